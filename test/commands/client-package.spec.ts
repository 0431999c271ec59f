import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pinnedNode, root } from '../../deploy/local/workspace.mjs';

const modules = join(root, 'node_modules');
let project: string;
let installed: string;

function run(file: string, args: readonly string[], cwd: string): string {
  const { NODE_OPTIONS: _ofJest, ...inherited } = process.env;
  const ended = spawnSync(file, args, { cwd, encoding: 'utf8', env: { ...inherited, PATH: [dirname(pinnedNode), process.env['PATH']].join(delimiter) } });
  if (ended.status !== 0) throw new Error(`${file} ${args.join(' ')}:\n${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}

/** A project of somebody else, with the package as it would be published and what it depends on, and nothing more of this repository. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'hotline-client-'));
  run('npm', ['pack', '--pack-destination', project], join(root, 'libs/client'));
  installed = join(project, 'node_modules/@hotline/client');
  mkdirSync(installed, { recursive: true });
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '';
  run('tar', ['-xzf', join(project, tarball), '--strip-components=1', '-C', installed], project);
  for (const name of ['@nats-io', 'openapi-fetch', 'openapi-typescript-helpers', '@types', 'undici-types']) symlinkSync(join(modules, name), join(project, 'node_modules', name));
  writeFileSync(join(project, 'package.json'), '{"type": "module"}');
  copyFileSync(join(root, 'libs/client/examples/subscriber.ts'), join(project, 'subscriber.ts'));
  cpSync(join(modules, 'typescript'), join(project, 'node_modules/typescript'), { recursive: true });
}, 120_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the published client', () => {
  it('holds what is compiled, its types and the example, and depends on nothing that it does not name', () => {
    const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(installed.length + 1));
    expect(files.filter((file) => !/^(dist\/.*\.js|types\/.*\.d\.ts|examples\/subscriber\.ts|package\.json|README\.md|LICENSE)$/.test(file))).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { dependencies: object };
    const imported = files.filter((file) => file.startsWith('dist')).flatMap((file) => [...readFileSync(join(installed, file), 'utf8').matchAll(/from '([^.'][^']*)'/g)].map(([, name]) => name));
    expect(new Set(imported.filter((name) => !name?.startsWith('node:')))).toEqual(new Set(Object.keys(dependencies)));
  });

  it('is understood by the compiler of whoever copies the example, declarations included', () => {
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node', '--skipLibCheck', 'false'];
    const said = spawnSync(pinnedNode, [join(project, 'node_modules/typescript/bin/tsc'), ...options, 'subscriber.ts'], { cwd: project, encoding: 'utf8' }).stdout;
    expect(said.split('\n').filter((line) => line !== '' && !line.startsWith('node_modules/@types') && !line.startsWith('  '))).toEqual([]);
  }, 120_000);

  it('loads and reads an event', () => {
    const program = `import { parseEvent, hotlineApi } from '@hotline/client'; console.log(parseEvent('{').reason, typeof hotlineApi({ url: 'http://localhost', token: 'x' }).GET)`;
    expect(run(pinnedNode, ['--input-type=module', '-e', program], project)).toBe('not-json function\n');
  });
});
