import type { NumberKind, Setting, UrlKind } from './read-config.js';

type Parsed = { readonly value: unknown } | { readonly wrong: string };

/** The value of a setting, or what is wrong with it. Values are repeated only where they are no secret. */
export function parseSetting(setting: Setting, raw: string): Parsed {
  switch (setting.kind) {
    case 'text':
      return setting.pattern && !setting.pattern.test(raw) ? { wrong: `应符合 ${setting.pattern.source}，现为「${shown(raw)}」` } : { value: raw };
    case 'secret':
      return raw.length < (setting.minLength ?? 1) ? { wrong: `太短，至少应有 ${setting.minLength} 个字符` } : { value: raw };
    case 'url':
    case 'secret-url':
      return parseUrl(setting, raw);
    case 'port':
      return parseNumber({ ...setting, kind: 'integer', min: 0, max: 65_535 }, raw);
    case 'integer':
    case 'number':
      return parseNumber(setting, raw);
    case 'choice':
      return setting.choices.includes(raw) ? { value: raw } : { wrong: `应为 ${setting.choices.join('、')} 之一，现为「${shown(raw)}」` };
    case 'flag':
      return raw === 'true' || raw === 'false' ? { value: raw === 'true' } : { wrong: `应为 true 或 false，现为「${shown(raw)}」` };
    case 'base64-32':
      return parseKey(raw);
    case 'base64-32-list':
      return parseKeys(raw);
  }
}

function parseUrl(setting: UrlKind, raw: string): Parsed {
  const protocols = setting.protocols ?? ['http:', 'https:'];
  const url = URL.parse(raw);
  if (url && protocols.includes(url.protocol)) return { value: raw };
  const expected = `应为以 ${protocols.map((protocol) => `${protocol}//`).join(' 或 ')} 开头的地址`;
  return { wrong: setting.kind === 'secret-url' ? expected : `${expected}，现为「${shown(raw)}」` };
}

function parseNumber({ kind, min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER }: NumberKind, raw: string): Parsed {
  const value = /^-?\d+(\.\d+)?$/.test(raw) ? Number(raw) : NaN;
  const fits = value >= min && value <= max && (kind === 'number' || Number.isSafeInteger(value));
  return fits ? { value } : { wrong: `应为 ${min} 至 ${max} 的${kind === 'number' ? '数字' : '整数'}，现为「${shown(raw)}」` };
}

function parseKey(raw: string): Parsed {
  const bytes = /^[A-Za-z0-9+/]{43}=$/.test(raw) ? Buffer.from(raw, 'base64') : undefined;
  return bytes?.length === 32 ? { value: new Uint8Array(bytes) } : { wrong: '应为 32 字节密钥的 base64 编码（44 个字符，以 = 结尾）' };
}

function parseKeys(raw: string): Parsed {
  const keys = raw.split(',').map((key) => parseKey(key.trim()));
  const wrong = keys.findIndex((key) => 'wrong' in key);
  return wrong < 0 ? { value: keys.flatMap((key) => ('value' in key ? [key.value] : [])) } : { wrong: `的第 ${wrong + 1} 个应为 32 字节密钥的 base64 编码，各密钥以英文逗号分隔` };
}

/** One line, and not more than a glance. */
function shown(raw: string): string {
  const line = raw.replace(/[\r\n\t]+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
