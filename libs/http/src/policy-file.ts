import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type ParsedNode, visit } from 'yaml';
import { policy } from '@hotline/domain';
import { ConfigError } from './read-config.js';

/** A policy pack as it was read, with the way from a path in it back to the line of the file. */
export interface PolicyFile {
  readonly file: string;
  readonly pack: policy.PolicyPack;
  /** Line, from 1, of a path such as `categories.help.resolve`; of the nearest thing above it when it is missing. */
  readonly lineOf: (path: string) => number;
}

/** Why packs cannot be used: one line a fault, `file:line: path: reason`, in Chinese for the person who wrote them. */
export class PolicyFault extends ConfigError {
  override readonly name = 'PolicyFault';

  constructor(readonly faults: readonly string[]) {
    super(`配置错误：政策包不能使用（共 ${faults.length} 处）：\n${faults.join('\n')}`);
  }
}

/** Reads one pack; throws {@link PolicyFault} with everything that is wrong with it. */
export function readPolicyFile(file: string): PolicyFile {
  const counter = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: counter, uniqueKeys: true, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const [broken] = [...document.errors, ...document.warnings];
  if (broken) throw new PolicyFault([`${file}:${lineAt(broken.pos[0])}: ${broken.code === 'DUPLICATE_KEY' ? '同一个项写了两次' : `不是正确的 YAML：${broken.message}`}`]);
  const lineOf = (path: string): number => lineAt(offsetOf(document.contents, segmentsOf(path)));
  const parsed = policy.parsePolicyPack(plainOf(document, (offset) => new PolicyFault([`${file}:${lineAt(offset)}: 别名（& 与 *）展开后过大，请直接写出各项`])));
  if (!parsed.ok) throw new PolicyFault(parsed.problems.map(({ path, message }) => faultLine(file, lineOf(path), path, message)));
  return { file, pack: parsed.pack, lineOf };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new PolicyFault([`${file}:1: 无法读取（${(error as NodeJS.ErrnoException).code}）`]);
  }
}

/** The document as plain values; aliases that multiply beyond all measure are the fault of the first of them. */
function plainOf(document: Document, faultAt: (offset: number) => PolicyFault): unknown {
  try {
    return document.toJS();
  } catch {
    let offset = 0;
    visit(document, {
      Alias(_, { range }) {
        offset = range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    throw faultAt(offset);
  }
}

export function faultLine(file: string, line: number, path: string, message: string): string {
  return `${file}:${line}: ${path === '' ? '' : `${path}: `}${message}`;
}

/** `returnVisit.always[0]` as its keys and places. */
function segmentsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((segment) => segment !== '');
}

/** Where the last part of a path that is there begins: the key itself, so that a long value points to its name. */
function offsetOf(root: ParsedNode | null, segments: readonly string[]): number {
  let node: Node | null = root;
  let offset = root?.range[0] ?? 0;
  for (const segment of segments) {
    const found = childOf(node, segment);
    if (!found) return offset;
    ({ node, offset } = found);
  }
  return offset;
}

function childOf(node: Node | null, segment: string): { node: Node | null; offset: number } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(segment)];
    return isNode(item) ? { node: item, offset: item.range?.[0] ?? 0 } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((each) => isPair(each) && isScalar(each.key) && String(each.key.value) === segment);
  if (!pair || !isScalar(pair.key)) return undefined;
  return { node: isNode(pair.value) ? pair.value : null, offset: pair.key.range?.[0] ?? 0 };
}
