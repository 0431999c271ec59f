import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';

interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly reported: readonly { readonly line: number; readonly what: string }[];
}

const root = join(import.meta.dirname, '../..');
const kinds = ['adapter.ts', 'app.ts', 'calendar.ts', 'client.ts', 'contracts.ts', 'domain.ts', 'names.ts', 'outside.ts', 'spec.ts'];

/** What the marks in a fixture promise, in the form in which the report comes. */
function marked({ text }: Fixture): Fixture['reported'] {
  return text.split('\n').flatMap((source, index) =>
    source
      .split('✗')
      .slice(1)
      .map((what) => ({ line: index + 1, what: what.trim() })),
  );
}

const inOrder = (reports: Fixture['reported']) => reports.map(({ line, what }) => `${String(line).padStart(3)} ${what}`).sort();

describe('the lint gate, on files that must fail', () => {
  jest.setTimeout(60_000);
  let fixtures: readonly Fixture[];
  beforeAll(() => {
    const run = spawnSync(process.execPath, ['test/lint/lint-fixtures.mjs'], { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
    expect(run.stderr).toBe('');
    fixtures = JSON.parse(run.stdout) as Fixture[];
  });

  it('knows a fixture for every kind of file', () => {
    expect(fixtures.map(({ name }) => name).sort()).toEqual(kinds);
  });

  it.each(kinds)('reports in %s exactly the marked lines, and lets the others pass', (name) => {
    const fixture = fixtures.find((candidate) => candidate.name === name) as Fixture;
    expect(marked(fixture).length).toBeGreaterThan(0);
    expect(inOrder(fixture.reported)).toEqual(inOrder(marked(fixture)));
  });
});
