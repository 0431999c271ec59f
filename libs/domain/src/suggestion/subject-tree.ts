/** A leaf of the county's subject tree: its path and the words a petitioner would use. */
export interface SubjectLeaf {
  /** The names of the three levels, joined by `/`: the form in which a ticket carries a subject. */
  readonly path: string;
  readonly level1: string;
  readonly words: readonly string[];
}

export interface SubjectTree {
  readonly name: string;
  readonly version: number;
  readonly leaves: readonly SubjectLeaf[];
}

export type ParsedTree = { readonly ok: true; readonly tree: SubjectTree } | { readonly ok: false; readonly problems: readonly string[] };

const NAME = /^[^/\s]{1,30}$/;

/** Reads `{ name, version, subjects: { level 1: { level 2: { level 3: words } } } }`; tells every place that is wrong. */
export function parseSubjectTree(raw: unknown): ParsedTree {
  const problems: string[] = [];
  const root = isRecord(raw) ? raw : {};
  const leaves = isRecord(root['subjects']) ? leavesOf(root['subjects'], problems) : [];
  const { name, version } = root;
  if (typeof name !== 'string') problems.push('name: 应为名称');
  if (typeof version !== 'number' || !Number.isInteger(version)) problems.push('version: 应为整数');
  if (leaves.length === 0) problems.push('subjects: 至少应有一个三级事项');
  if (problems.length > 0 || typeof name !== 'string' || typeof version !== 'number') return { ok: false, problems };
  return { ok: true, tree: { name, version, leaves } };
}

function leavesOf(subjects: Readonly<Record<string, unknown>>, problems: string[]): SubjectLeaf[] {
  return Object.entries(subjects).flatMap(([level1, below]) =>
    entriesOf(below, level1, problems).flatMap(([level2, last]) =>
      entriesOf(last, `${level1}/${level2}`, problems).flatMap(([level3, words]) => {
        const path = [level1, level2, level3].join('/');
        if (![level1, level2, level3].every((name) => NAME.test(name))) problems.push(`${path}: 名称应为 1 至 30 个字符，不含空格和“/”`);
        if (typeof words !== 'string') problems.push(`${path}: 应为以空格分开的常用说法`);
        return typeof words === 'string' ? [{ path, level1, words: words.split(/\s+/).filter((word) => word !== '') }] : [];
      }),
    ),
  );
}

function entriesOf(value: unknown, path: string, problems: string[]): [string, unknown][] {
  if (isRecord(value)) return Object.entries(value);
  problems.push(`${path}: 应有下一级事项`);
  return [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first level of a subject as a ticket carries it. */
export function level1Of(subject: string): string {
  return subject.split('/')[0]?.trim() ?? subject;
}
