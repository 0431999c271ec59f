import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parsePolicyPack, POLICY_READINGS, policyValue, type PolicyPack } from './index.js';

const folder = join(import.meta.dirname, '../../../../deploy/policy');
const textOf = (name: string): string => readFileSync(join(folder, `${name}.yaml`), 'utf8');

function packOf(name: string): PolicyPack {
  const parsed = parsePolicyPack(parse(textOf(name)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

/** Paths of the lines that bear [R]; an item of a list counts as its list. */
function markedPaths(text: string): string[] {
  const above: { indent: number; key: string }[] = [];
  const marked = new Set<string>();
  for (const line of text.split('\n')) {
    const match = /^( *)(- )?(?:([A-Za-z-]+):)?/.exec(line);
    if (line.trim() === '' || line.startsWith('#') || !match) continue;
    const indent = (match[1] ?? '').length;
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    if (match[2] === undefined && match[3] !== undefined) above.push({ indent, key: match[3] });
    if (line.includes('[R]')) marked.add(above.map(({ key }) => key).join('.'));
  }
  return [...marked];
}

describe.each(['yuanmou-2018', 'yunling-2024'])('the readings of %s', (name) => {
  it('[Art. 25] stand at paths that are in the pack', () => {
    const pack = packOf(name);
    const missing = POLICY_READINGS.filter(({ path }) => path !== null && policyValue(pack, path) === undefined);
    expect(missing).toStrictEqual([]);
  });

  it('[Art. 25] hold every [R] of the file', () => {
    const listed = new Set(POLICY_READINGS.map(({ path }) => path));
    const marked = markedPaths(textOf(name));
    expect(marked.length).toBeGreaterThan(25);
    expect(marked.filter((path) => !listed.has(path))).toStrictEqual([]);
  });
});

describe('the readings', () => {
  it('[Art. 25] are told once each, with article, reading and reason', () => {
    const paths = POLICY_READINGS.flatMap(({ path }) => path ?? []);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { article, reading, reason } of POLICY_READINGS) {
      expect(article).toMatch(/^Art\. \d+/);
      expect(Math.min(reading.length, reason.length)).toBeGreaterThan(3);
    }
  });

  it('[Art. 25] of Yuanmou are marked in its file, one and all', () => {
    const marked = new Set(markedPaths(textOf('yuanmou-2018')));
    expect(POLICY_READINGS.flatMap(({ path }) => path ?? []).filter((path) => !marked.has(path))).toStrictEqual([]);
  });
});
