import { parseSetting } from './setting-kinds.js';

interface Common {
  /** Name of the environment variable. */
  readonly env: string;
  /** What it is for, in Chinese; goes into the table of settings. */
  readonly meaning: string;
  /** May be absent; the value is then undefined. */
  readonly optional?: true;
  /** Set but empty is refused instead of taken for left out: who wrote that meant something else than the default. */
  readonly refuseEmpty?: true;
}

interface TextKind {
  readonly kind: 'text';
  readonly default?: string;
  readonly pattern?: RegExp;
  readonly example: string;
}
interface SecretKind {
  readonly kind: 'secret';
  readonly minLength?: number;
}
export interface UrlKind {
  readonly kind: 'url' | 'secret-url';
  readonly default?: string;
  readonly protocols?: readonly string[];
  readonly example: string;
}
export interface NumberKind {
  readonly kind: 'port' | 'integer' | 'number';
  readonly default?: number;
  readonly min?: number;
  readonly max?: number;
}
interface ChoiceKind {
  readonly kind: 'choice';
  readonly choices: readonly [string, ...string[]];
  readonly default?: string;
}
interface FlagKind {
  readonly kind: 'flag';
  readonly default?: boolean;
}
interface KeyKind {
  /** 32 bytes in base64; a secret. */
  readonly kind: 'base64-32';
}
interface KeysKind {
  /** The same any number of times, with commas between; secrets. */
  readonly kind: 'base64-32-list';
}

/** One setting: where it comes from, what it must be, what it means. Without default and `optional` it is required. */
export type Setting = Common & (TextKind | SecretKind | UrlKind | NumberKind | ChoiceKind | FlagKind | KeyKind | KeysKind);
export type ConfigSchema = Readonly<Record<string, Setting>>;

type ValueOf<S> = S extends { kind: 'port' | 'integer' | 'number' }
  ? number
  : S extends { kind: 'choice'; choices: readonly (infer Choice)[] }
    ? Choice
    : S extends { kind: 'flag' }
      ? boolean
      : S extends { kind: 'base64-32' }
        ? Uint8Array
        : S extends { kind: 'base64-32-list' }
          ? readonly Uint8Array[]
          : string;

/** The typed, frozen object that a schema describes. */
export type ConfigOf<Schema extends ConfigSchema> = {
  readonly [Name in keyof Schema]: Schema[Name] extends { optional: true } ? ValueOf<Schema[Name]> | undefined : ValueOf<Schema[Name]>;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that cannot be used: a line each with its name, what is wrong and an example; never the value of a secret. */
export class ConfigError extends Error {
  override readonly name: string = 'ConfigError';
}

/** Reads the environment into one frozen object; throws one {@link ConfigError} that names every bad or missing value, a line each. */
export function readConfig<const Schema extends ConfigSchema>(schema: Schema, env: Environment): ConfigOf<Schema> {
  const faults: string[] = [];
  const entries = Object.entries(schema).map(([name, setting]) => {
    try {
      return [name, valueOf(setting, env[setting.env])] as const;
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      faults.push(error.message);
      return [name, undefined] as const;
    }
  });
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return Object.freeze(Object.fromEntries(entries)) as ConfigOf<Schema>;
}

/** Prints the lines to standard error and ends the process with 78 (EX_CONFIG), so that whoever started it knows that trying again is in vain. */
export function exitMisconfigured({ message }: ConfigError): never {
  process.stderr.write(`${message}\n`);
  process.exit(78);
}

/** {@link readConfig} and a further check, for a `main.ts`: {@link exitMisconfigured} when either finds a fault. */
export function readConfigOrExit<const Schema extends ConfigSchema>(schema: Schema, env: Environment = process.env, check: (config: ConfigOf<Schema>) => void = () => undefined): ConfigOf<Schema> {
  try {
    const config = readConfig(schema, env);
    check(config);
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return exitMisconfigured(error);
  }
}

/** An environment that satisfies a schema with its own examples; for documents that are made without any server. */
export function exampleEnvironment(schema: ConfigSchema): Environment {
  const required = Object.values(schema).filter((setting) => !setting.optional && defaultOf(setting) === undefined);
  return Object.fromEntries(required.map((setting) => [setting.env, exampleOf(setting)]));
}

/** A Markdown table of all settings. */
export function configTable(schema: ConfigSchema): string {
  const rows = Object.values(schema).map((setting) => {
    const fallback = defaultOf(setting);
    const standard = fallback !== undefined ? `\`${String(fallback)}\`` : setting.optional ? '—' : '（必填）';
    return `| \`${setting.env}\` | ${kindName(setting)} | ${standard} | ${setting.meaning} |`;
  });
  return ['| 变量 | 类型 | 默认值 | 含义 |', '|---|---|---|---|', ...rows].join('\n');
}

function valueOf(setting: Setting, raw: string | undefined): unknown {
  if (raw === '' && setting.refuseEmpty) throw new ConfigError(`配置错误：${setting.env} 不能为空（${setting.meaning}）；不设置则为 ${String(defaultOf(setting))}。例如 ${setting.env}=${exampleOf(setting)}`);
  if (raw === undefined || raw === '') {
    const fallback = defaultOf(setting);
    if (fallback !== undefined || setting.optional) return fallback;
    throw new ConfigError(`配置错误：${setting.env} 未设置（${setting.meaning}）。例如 ${setting.env}=${exampleOf(setting)}`);
  }
  const parsed = parseSetting(setting, raw);
  if ('wrong' in parsed) throw new ConfigError(`配置错误：${setting.env} ${parsed.wrong}。例如 ${setting.env}=${exampleOf(setting)}`);
  return parsed.value;
}

function defaultOf(setting: Setting): string | number | boolean | undefined {
  return 'default' in setting ? setting.default : undefined;
}

function exampleOf(setting: Setting): string {
  if ('example' in setting) return setting.example;
  if (setting.kind === 'base64-32' || setting.kind === 'base64-32-list') return Buffer.alloc(32).toString('base64');
  if (setting.kind === 'choice') return setting.choices[0];
  if (setting.kind === 'secret') return '*'.repeat(setting.minLength ?? 16);
  return String(defaultOf(setting) ?? (setting.kind === 'port' ? 8080 : 1));
}

function kindName(setting: Setting): string {
  if (setting.kind === 'choice') return setting.choices.map((choice) => `\`${choice}\``).join(' / ');
  return { text: '文本', secret: '机密', url: '网址', 'secret-url': '网址（机密）', port: '端口', integer: '整数', number: '数字', flag: 'true / false', 'base64-32': '32 字节密钥（base64，机密）', 'base64-32-list': '32 字节密钥若干（base64，英文逗号分隔，机密）' }[setting.kind];
}
