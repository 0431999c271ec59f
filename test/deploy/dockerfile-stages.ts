import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { root } from '../../deploy/local/workspace.mjs';

/** What the last stage of a Dockerfile says about the image, beside its files. */
export interface BuiltImage {
  /** The working directory of the image, on this machine. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  readonly entrypoint: readonly string[];
  /** What was run, in order, with the name of its stage. */
  readonly ran: readonly string[];
}

/** CommonJS whose types say something else. */
const dockerignore = createRequire(import.meta.url)('@balena/dockerignore') as () => { add(rules: string): { filter(paths: readonly string[]): string[] } };

interface Stage {
  readonly name: string;
  readonly directory: string;
}

/** `npm ci` of everything is what set this checkout up: its packages are lent instead of installed again. */
const FULL_INSTALL = 'npm ci --ignore-scripts';
/** Concerns the base image only, which is not here. */
const OF_THE_BASE_IMAGE = /^rm -rf( \/(usr\/local|opt)\/\S+)+$/;

/** Does what a Dockerfile says without a container: each stage a folder below `place`, each command run in it. */
export function buildWithoutContainer(dockerfile: string, place: string): BuiltImage {
  const builder = new StageBuilder(place, readFileSync(`${dockerfile}.dockerignore`, 'utf8'));
  for (const instruction of DockerfileParser.parse(readFileSync(dockerfile, 'utf8')).getInstructions()) {
    const keyword = instruction.getKeyword();
    builder.obey(keyword, instruction.getTextContent().slice(keyword.length).trim());
  }
  return builder.image();
}

class StageBuilder {
  readonly #place: string;
  readonly #context: readonly string[];
  readonly #ran: string[] = [];
  #stage: Stage = { name: '', directory: '' };
  #environment: Record<string, string> = {};
  #user = 'root';
  #entrypoint: string[] = [];

  constructor(place: string, ignored: string) {
    this.#place = place;
    this.#context = dockerignore().add(ignored).filter(filesOfTheCheckout());
  }

  obey(keyword: string, words: string): void {
    if (keyword === 'FROM') return this.#begin(words);
    if (keyword === 'WORKDIR') return this.#workIn(words);
    if (keyword === 'COPY') return this.#copy(words);
    if (keyword === 'RUN') return this.#run(words);
    if (keyword === 'ENV') this.#environment = { ...this.#environment, ...assignments(words) };
    else if (keyword === 'USER') this.#user = words;
    else if (keyword === 'ENTRYPOINT') this.#entrypoint = JSON.parse(words) as string[];
    else if (keyword !== 'ARG' && keyword !== 'EXPOSE') throw new Error(`the Dockerfile says ${keyword}, which is not known here`);
  }

  image(): BuiltImage {
    return { directory: this.#stage.directory, environment: this.#environment, user: this.#user, entrypoint: this.#entrypoint, ran: this.#ran };
  }

  #begin(words: string): void {
    const name = /\sAS\s+(\S+)$/.exec(words)?.[1];
    if (!name) throw new Error(`a stage without a name: FROM ${words}`);
    this.#stage = { name, directory: '' };
    this.#environment = {};
  }

  #workIn(path: string): void {
    this.#stage = { ...this.#stage, directory: join(this.#place, this.#stage.name, path) };
    mkdirSync(this.#stage.directory, { recursive: true });
  }

  #copy(words: string): void {
    const { directory } = this.#stage;
    const from = /^--from=(\S+) (\S+) (\S+)$/.exec(words);
    if (from) return cpSync(join(this.#place, from[1] as string, from[2] as string), join(directory, from[3] as string), { recursive: true, verbatimSymlinks: true });
    if (words !== '. .') throw new Error(`COPY ${words} is not known here`);
    for (const file of this.#context) cpSync(join(root, file), join(directory, file));
  }

  #run(command: string): void {
    this.#ran.push(`${this.#stage.name}: ${command}`);
    if (OF_THE_BASE_IMAGE.test(command)) return;
    if (/(^|\s)\//.test(command)) throw new Error(`outside of a container nothing runs that names a path of the machine: ${command}`);
    if (command === FULL_INSTALL) return symlinkSync(join(root, 'node_modules'), join(this.#stage.directory, 'node_modules'));
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: this.#stage.directory, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], npm_config_prefer_offline: 'true' }, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  }
}

function filesOfTheCheckout(): string[] {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 16 * 1_048_576 });
  return stdout.split('\0').filter(Boolean);
}

function assignments(words: string): Record<string, string> {
  return Object.fromEntries([...words.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)].map(([, name, quoted, plain]) => [name, quoted ?? plain ?? '']));
}
