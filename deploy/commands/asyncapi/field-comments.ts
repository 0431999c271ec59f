import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../local/workspace.mjs';

/** Class → field in the order of declaration → what stands above it as a comment, or nothing. */
export type FieldComments = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What the sources of libs/contracts say of their fields: a rule can tell neither the zone of a date nor what a code means. */
export function fieldComments(): FieldComments {
  const files = globSync('libs/contracts/src/*.ts', { cwd: root }).filter((file) => !file.endsWith('.spec.ts'));
  return new Map(files.flatMap((file) => classesIn(ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true))));
}

function classesIn(source: ts.SourceFile): [string, ReadonlyMap<string, string>][] {
  return source.statements.filter(ts.isClassDeclaration).map((declared) => {
    const fields = declared.members.filter(ts.isPropertyDeclaration);
    return [declared.name?.text ?? '', new Map(fields.map((field) => [field.name.getText(source), commentAbove(field)]))];
  });
}

function commentAbove(field: ts.PropertyDeclaration): string {
  return ts.getJSDocCommentsAndTags(field).map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join(' ').replace(/\s+/g, ' ').trim();
}
