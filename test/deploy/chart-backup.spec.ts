import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chart, ofKind, rendered, valuesOf } from './helm.ts';

const DAY_S = 86_400;
let place: string;

/** Runs the script of the CronJob with a pg_dump that only notes how it was called. */
function backUp(environment: Readonly<Record<string, string>>, dump = 'for word; do case $word in --file=*) file=${word#--file=};; esac; done; echo "$*" >> "$CALLS"; echo dump > "$file"'): { readonly status: number | null; readonly calls: string } {
  writeFileSync(join(place, 'pg_dump'), `#!/bin/sh\n${dump}\n`);
  chmodSync(join(place, 'pg_dump'), 0o755);
  const script = readFileSync(join(chart, 'files/backup.sh'), 'utf8').replaceAll('/backup', join(place, 'backup'));
  const { status } = spawnSync('sh', ['-c', script], { env: { PATH: `${place}:${process.env['PATH']}`, CALLS: join(place, 'calls'), DATABASE_URL: 'postgresql://here', NAME: 'hotline', KEEP_DAYS: '30', ...environment } });
  return { status, calls: readFileSync(join(place, 'calls'), 'utf8') };
}

const kept = (what: 'data' | 'keys'): readonly string[] => readdirSync(join(place, 'backup', what));

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'hotline-backup-'));
  for (const what of ['data', 'keys']) mkdirSync(join(place, 'backup', what), { recursive: true });
  writeFileSync(join(place, 'calls'), '');
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

describe('the back-up', () => {
  it("dumps everything but the vault's keys, and the keys apart, so that what was disposed of stays destroyed", () => {
    const { status, calls } = backUp({ HOLDS_KEYS: 'true' });
    expect(status).toBe(0);
    const [data = '', keys = ''] = calls.trim().split('\n');
    expect(data).toContain('--exclude-table-data=intake.identity_data_key');
    expect(data).toContain('/backup/data/hotline-');
    expect(keys).toContain('--data-only --table=intake.identity_data_key');
    expect(keys).toContain('/backup/keys/hotline-');
    expect([kept('data'), kept('keys')]).toEqual([[expect.stringMatching(/^hotline-\d{8}T\d{6}Z\.dump$/)], [expect.stringMatching(/^hotline-\d{8}T\d{6}Z\.dump$/)]]);
  });

  it('of a service without keys dumps its data only', () => {
    expect(backUp({ HOLDS_KEYS: 'false', NAME: 'sla' }).calls.trim().split('\n')).toHaveLength(1);
    expect(kept('keys')).toEqual([]);
  });

  it('keeps nothing longer than it is told, and nothing of another database is touched', () => {
    const file = (what: string, name: string, days: number): void => {
      const path = join(place, 'backup', what, name);
      writeFileSync(path, '');
      utimesSync(path, Date.now() / 1_000 - days * DAY_S, Date.now() / 1_000 - days * DAY_S);
    };
    for (const what of ['data', 'keys']) {
      file(what, 'hotline-old.dump', 30.5);
      file(what, 'hotline-young.dump', 29);
      file(what, 'other-old.dump', 99);
    }
    backUp({ HOLDS_KEYS: 'true' });
    for (const what of ['data', 'keys'] as const) expect(kept(what).filter((name) => !name.startsWith('hotline-2'))).toEqual(['hotline-young.dump', 'other-old.dump']);
  });

  it('that breaks off fails, leaves no dump that looks whole, throws nothing away, and the next one clears up', () => {
    writeFileSync(join(place, 'backup/data/hotline-old.dump'), '');
    utimesSync(join(place, 'backup/data/hotline-old.dump'), 0, 0);
    expect(backUp({ HOLDS_KEYS: 'true' }, 'for word; do case $word in --file=*) echo half > "${word#--file=}";; esac; done; exit 1').status).not.toBe(0);
    expect(kept('data').filter((name) => name.endsWith('.dump'))).toEqual(['hotline-old.dump']);
    backUp({ HOLDS_KEYS: 'true' });
    expect(kept('data').filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('of each database keeps its keys on a volume apart from its data', async () => {
    const claims = ofKind(await rendered(...valuesOf('province')), 'PersistentVolumeClaim').map(({ metadata }) => metadata.name);
    expect(claims.filter((name) => name.endsWith('-keys'))).toEqual(['hotline-backup-intake-keys']);
    expect(ofKind(await rendered(...valuesOf('county')), 'PersistentVolumeClaim').map(({ metadata }) => metadata.name)).toEqual(['hotline-backup-data', 'hotline-backup-keys']);
  });
});
