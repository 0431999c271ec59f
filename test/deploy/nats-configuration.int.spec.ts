import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountsConfiguration, OPERATIONS, passwordVariable } from '@hotline/messaging/accounts';
import { busPlan } from '../../deploy/local/bus-accounts.ts';
import { serviceNames } from '../../deploy/local/layout.ts';
import { ensureNatsServer } from '../../deploy/local/nats-binary.mjs';
import { dockerFolder } from './compose-file.ts';
import { ofKind, rendered, valuesOf } from './helm.ts';

const { topology, subscribers } = busPlan('532328');
const passwords = Object.fromEntries([...serviceNames, OPERATIONS, ...subscribers.map(({ name }) => name)].map((user) => [passwordVariable(user), `secret-of-${user}`]));

/** What the real server says of a configuration without starting. */
function check(file: string): string {
  const { stdout, stderr } = spawnSync(ensureNatsServer(), ['-t', '-c', file], { encoding: 'utf8', env: { SERVER_NAME: 'hotline-nats-0', ...passwords } });
  return stdout + stderr;
}

describe('the configuration of the bus', () => {
  let place: string;

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'hotline-nats-'));
  });

  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it('of the compose file is one that the server takes', () => {
    expect(check(join(dockerFolder, 'nats.conf'))).toContain('is valid');
  });

  it.each([
    ['smallest', false],
    ['prefecture', false],
    ['prefecture', true],
  ] as const)('of %s, with users: %s, is one that the server takes', async (size, withUsers) => {
    const accounts = join(place, 'accounts.conf');
    writeFileSync(accounts, accountsConfiguration('532328', topology, subscribers));
    const manifests = await rendered(...valuesOf(size), ...(withUsers ? ['--set', 'nats.credentials=true', '--set-file', `nats.accounts=${accounts}`] : []));
    const file = join(place, 'nats.conf');
    writeFileSync(file, ofKind(manifests, 'ConfigMap').find(({ metadata }) => metadata.name === 'hotline-nats')?.data?.['nats.conf'] ?? '');
    expect(check(file)).toContain('is valid');
  });
});
