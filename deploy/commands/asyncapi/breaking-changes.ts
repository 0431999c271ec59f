import type { JsonSchema } from './json-schema.ts';

/** Something that subscribers rely on and that would not hold any more. */
export interface BreakingChange {
  /** `ticket.signed.v1` */
  readonly event: string;
  /** Path of the field, `daysOff[].date`; empty for the whole event. */
  readonly field: string;
  readonly change: keyof typeof CHANGES;
  /** The codes, types or limits in question, before and now. */
  readonly detail?: string;
}

/** What each change means to a subscriber. */
const CHANGES = {
  'event-removed': '事件不再声明，订阅方会一直等待 the event is not declared any more',
  'field-removed': '已发布的字段被删除 a published field is gone',
  'new-required-field': '新增字段必须可缺省，旧事件里没有它 a new field must be optional: older events lack it',
  'now-required': '字段由可缺省改为必填，旧事件里可能没有它 an optional field became required: older events may lack it',
  'no-longer-required': '字段由必填改为可缺省，订阅方依赖它 a required field became optional: subscribers rely on it',
  'type-changed': '类型改变 another type',
  'format-changed': '格式改变 another format',
  'limit-changed': '限度改变 another limit',
  'codes-removed': '已发布的代码被删除，旧事件里有它 published codes are gone: older events hold them',
  'codes-closed-or-opened': '自由代码与封闭词表互换 free codes became a closed list or the reverse',
} as const;

const LIMITS = ['minLength', 'maxLength', 'minimum', 'maxItems', 'uniqueItems', 'pattern', 'const'] as const;

/** Schemas of events by name. */
export type Schemas = ReadonlyMap<string, JsonSchema>;

/**
 * Every way in which the schemas of today break what was published. New events, optional fields and further codes of a list
 * break nothing: subscribers pass over what they do not know.
 */
export function breakingChanges(published: Schemas, current: Schemas): BreakingChange[] {
  return [...published].flatMap(([event, before]) => {
    const now = current.get(event);
    return now ? breaksIn(before, now, '').map((found) => ({ event, ...found })) : [{ event, field: '', change: 'event-removed' as const }];
  });
}

type Found = Omit<BreakingChange, 'event'>;

function breaksIn(before: JsonSchema, now: JsonSchema, field: string): Found[] {
  if (String(before.type) !== String(now.type)) return [{ field, change: 'type-changed', detail: `${String(before.type)} → ${String(now.type)}` }];
  const found: Found[] = [];
  if (before.format !== now.format) found.push({ field, change: 'format-changed', detail: `${before.format ?? '–'} → ${now.format ?? '–'}` });
  for (const limit of LIMITS) if (before[limit] !== now[limit]) found.push({ field, change: 'limit-changed', detail: `${limit} ${String(before[limit] ?? '–')} → ${String(now[limit] ?? '–')}` });
  if (!before.enum !== !now.enum) found.push({ field, change: 'codes-closed-or-opened' });
  const gone = (before.enum ?? []).filter((code) => now.enum && !now.enum.includes(code));
  if (gone.length > 0) found.push({ field, change: 'codes-removed', detail: gone.join(', ') });
  if (before.items && now.items) found.push(...breaksIn(before.items, now.items, `${field}[]`));
  return [...found, ...fieldBreaks(before, now, field === '' ? '' : `${field}.`)];
}

function fieldBreaks(before: JsonSchema, now: JsonSchema, prefix: string): Found[] {
  const [was, is] = [before.properties ?? {}, now.properties ?? {}];
  const required = (schema: JsonSchema, name: string): boolean => schema.required?.includes(name) ?? false;
  const added = Object.keys(is).filter((name) => !Object.hasOwn(was, name) && required(now, name));
  return [
    ...added.map((name) => ({ field: prefix + name, change: 'new-required-field' as const })),
    ...Object.entries(was).flatMap(([name, schema]): Found[] => {
      const [field, next] = [prefix + name, is[name]];
      if (!next) return [{ field, change: 'field-removed' }];
      if (required(before, name) !== required(now, name)) return [{ field, change: required(now, name) ? 'now-required' : 'no-longer-required' }];
      return breaksIn(schema, next, field);
    }),
  ];
}

/** One line that says what broke, where, and what to do instead. */
export function tellBreak({ event, field, change, detail }: BreakingChange): string {
  const next = event.replace(/\d+$/, (version) => String(Number(version) + 1));
  const where = field === '' ? event : `${event} ${field}`;
  return `${where}: ${CHANGES[change]}${detail ? ` (${detail})` : ''}；请恢复原状，另立 libs/contracts/src/${fileOf(next)} 并让两者并行 restore it and declare ${next} beside it`;
}

function fileOf(event: string): string {
  const [noun, verb, version] = event.split('.');
  return `${noun}-${verb}.${version}.ts`;
}
