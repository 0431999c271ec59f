import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureNatsServer } from '../../deploy/local/nats-binary.mjs';
import { dockerFolder } from './compose-file.ts';
import { ofKind, rendered, valuesOf } from './helm.ts';

/** What the real server says of a configuration without starting. */
function check(file: string): string {
  const { stdout, stderr } = spawnSync(ensureNatsServer(), ['-t', '-c', file], { encoding: 'utf8', env: { SERVER_NAME: 'hotline-nats-0' } });
  return stdout + stderr;
}

describe('the configuration of the bus', () => {
  let place: string;

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'hotline-nats-'));
    mkdirSync(join(place, 'nats'));
    mkdirSync(join(place, 'nats-users'));
  });

  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it('of the compose file is one that the server takes', () => {
    expect(check(join(dockerFolder, 'nats.conf'))).toContain('is valid');
  });

  it.each([
    ['smallest', []],
    ['prefecture', []],
    ['prefecture', ['--set', 'nats.users=hotline-nats-users']],
  ] as const)('of %s %j is one that the server takes', async (size, more) => {
    const maps = ofKind(await rendered(...valuesOf(size), ...more), 'ConfigMap');
    const file = join(place, 'nats/nats.conf');
    writeFileSync(file, maps.find(({ metadata }) => metadata.name === 'hotline-nats')?.data?.['nats.conf'] ?? '');
    writeFileSync(join(place, 'nats-users/users.conf'), 'authorization { users: [{ user: intake, password: secret }] }\n');
    expect(check(file)).toContain('is valid');
  });
});
