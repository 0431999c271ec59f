import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadRow } from '../../deploy/commands/import/read-row.ts';
import { openRows } from '../../deploy/commands/import/read-rows.ts';
import { RejectsFile } from '../../deploy/commands/import/rejects-file.ts';

const BAD = { row: 7, position: 0, original: { text: '文' }, externalId: '1', reasons: [{ field: 'unit', code: 'unknown-unit', message: '没有' }] };

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hotline-rejects-'));
  path = join(directory, 'a.csv.rejected.jsonl');
});
afterEach(() => rmSync(directory, { recursive: true }));

function left(...bad: (typeof BAD)[]): string {
  const rejects = new RejectsFile(path);
  bad.forEach((row) => rejects.add(row));
  rejects.keep();
  return bad.length > 0 ? readFileSync(path, 'utf8') : '';
}

describe('the rejects file', () => {
  it('is there once the run went through, for its owner only, and holds the bad rows with their reasons', () => {
    const rejects = new RejectsFile(path);
    rejects.add(BAD);
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
    rejects.keep();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ row: 7, externalId: '1', reasons: BAD.reasons, original: { text: '文' } });
    expect(readdirSync(directory)).toEqual(['a.csv.rejected.jsonl']);
  });

  it('does not outlive a later run that went through without a bad row', () => {
    left(BAD);
    left();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('stays as it is, corrections and all, when a later run breaks off', () => {
    const earlier = left(BAD);
    const brokenOff = new RejectsFile(path);
    brokenOff.add({ ...BAD, row: 8 });
    brokenOff.discard();
    expect(readFileSync(path, 'utf8')).toBe(earlier);
    expect(readdirSync(directory)).toEqual(['a.csv.rejected.jsonl']);
  });

  it('is never a file that the run reads, under whatever name', () => {
    const source = join(directory, 'a.csv');
    writeFileSync(source, 'externalId,source\n1,old\n');
    linkSync(source, path);
    for (const named of [source, path]) expect(() => new RejectsFile(named, [source])).toThrow('正是要读取的文件');
    expect(readFileSync(source, 'utf8')).toBe('externalId,source\n1,old\n');
  });

  it('never takes the place of a file that no import wrote, nor of a directory', () => {
    for (const foreign of ['externalId,source\n1,old\n', '{"externalId":"1","source":"old"}\n', '工单']) {
      writeFileSync(path, foreign);
      expect(() => new RejectsFile(path)).toThrow('不是导入时写下的文件');
      expect(readFileSync(path, 'utf8')).toBe(foreign);
    }
    expect(() => new RejectsFile(directory)).toThrow('不是导入时写下的文件');
  });

  it('says before the run that there is no writing', () => {
    expect(() => new RejectsFile(join(directory, 'nowhere', 'b'))).toThrow('--rejects');
  });

  it('can be imported itself: what stands under original is the row', async () => {
    left(BAD, { ...BAD, original: ['1', '2', '3'] as unknown as (typeof BAD)['original'] });
    const rows: ReadRow[] = [];
    for await (const row of openRows(path, 'utf-8').rows) rows.push(row);
    expect(rows).toMatchObject([{ row: 1, cells: { text: '文' } }, { row: 2, unreadable: { code: 'original-not-a-row' }, raw: ['1', '2', '3'] }]);
  });
});
