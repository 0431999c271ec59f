type Message = (limits: readonly unknown[]) => string;

interface ConstraintText {
  readonly code: string;
  readonly message: Message;
}

const list = (words: unknown): string => (Array.isArray(words) ? words.slice(0, 40).join('、') : String(words));

/** What is wrong with a field, by the name class-validator gives the rule. */
const TEXTS: Readonly<Record<string, ConstraintText>> = {
  whitelistValidation: { code: 'unknown-field', message: () => '不认识的字段' },
  unknownValue: { code: 'not-an-object', message: () => '应为对象' },
  nestedValidation: { code: 'not-an-object', message: () => '应为对象或对象列表' },
  isDefined: { code: 'required', message: () => '必填' },
  isNotEmpty: { code: 'required', message: () => '不能为空' },
  isNotEmptyObject: { code: 'required', message: () => '不能为空' },
  isString: { code: 'not-a-text', message: () => '应为文本' },
  isInt: { code: 'not-an-integer', message: () => '应为整数' },
  isNumber: { code: 'not-a-number', message: () => '应为数字' },
  isBoolean: { code: 'not-a-boolean', message: () => '应为 true 或 false' },
  isArray: { code: 'not-a-list', message: () => '应为列表' },
  isObject: { code: 'not-an-object', message: () => '应为对象' },
  isIn: { code: 'not-in-list', message: ([words]) => `应为以下之一：${list(words)}` },
  isEnum: { code: 'not-in-list', message: ([, words]) => `应为以下之一：${list(words)}` },
  isISO8601: { code: 'not-a-date', message: () => '应为 ISO 8601 格式的日期或时间' },
  isDateString: { code: 'not-a-date', message: () => '应为 ISO 8601 格式的日期或时间' },
  isUuid: { code: 'not-a-uuid', message: () => '应为 UUID' },
  isEmail: { code: 'not-an-email', message: () => '应为电子邮件地址' },
  isUrl: { code: 'not-a-url', message: () => '应为网址' },
  matches: { code: 'wrong-format', message: () => '格式不符合要求' },
  isLength: { code: 'length', message: ([min, max]) => (max === undefined ? `不得少于 ${min} 个字符` : `长度应在 ${min} 至 ${max} 个字符之间`) },
  minLength: { code: 'min-length', message: ([min]) => `不得少于 ${min} 个字符` },
  maxLength: { code: 'max-length', message: ([max]) => `不得超过 ${max} 个字符` },
  min: { code: 'min', message: ([min]) => `不得小于 ${min}` },
  max: { code: 'max', message: ([max]) => `不得大于 ${max}` },
  isPositive: { code: 'min', message: () => '应大于 0' },
  arrayNotEmpty: { code: 'required', message: () => '至少应有一项' },
  arrayMinSize: { code: 'array-min-size', message: ([min]) => `不得少于 ${min} 项` },
  arrayMaxSize: { code: 'array-max-size', message: ([max]) => `不得超过 ${max} 项` },
  arrayUnique: { code: 'not-unique', message: () => '不得有重复的项' },
};

/** Code and Chinese text of one broken rule; a text that is Chinese already is the author's own and stays. */
export function constraintText(name: string, given: string, limits: readonly unknown[]): { readonly code: string; readonly message: string } {
  const known = TEXTS[name];
  const code = known?.code ?? kebab(name);
  if (/[\u4e00-\u9fff]/.test(given)) return { code, message: given };
  return { code, message: known?.message(limits) ?? '不符合要求' };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, '');
}
