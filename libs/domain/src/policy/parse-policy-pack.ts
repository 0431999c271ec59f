import { APPRAISAL_DIMENSIONS, CATEGORIES, DECLINE_GROUNDS, PETITIONER_KINDS, RATE_KINDS, dayOf } from '../shared/index.js';
import { ALWAYS_VISITED, DUTY_ROSTERS, PREFECTURE_REVIEW_REASONS, VISIT_DRAWS, type AppraisalItem, type AppraisalScheme, type CategoryLimits, type PolicyLimits, type PolicyPack } from './policy-pack.js';

/** One thing wrong with a pack: where (`categories.help.resolve`) and what, in Chinese for the person who wrote it. */
export interface PolicyProblem {
  readonly path: string;
  readonly message: string;
}

export type ParsedPolicyPack = { readonly ok: true; readonly pack: PolicyPack } | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

export type ParsedScheme = { readonly ok: true; readonly scheme: AppraisalScheme } | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

type Check = (value: unknown, path: string, report: (path: string, message: string) => void) => void;

const wholeNumber =
  (least: number, most: number, unit: string): Check =>
  (value, path, report) => {
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) {
      report(path, `应为 ${least} 到 ${most} 之间的整数${unit}`);
    }
  };

const share: Check = (value, path, report) => {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) report(path, '应为 0 到 1 之间的比例');
};

const flag: Check = (value, path, report) => {
  if (typeof value !== 'boolean') report(path, '应为 true 或 false');
};

const text =
  (pattern: RegExp, form: string): Check =>
  (value, path, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(path, form);
  };

const date: Check = (value, path, report) => {
  if (typeof value !== 'string' || !isDate(value)) report(path, '应为真实的日期，格式 YYYY-MM-DD，并加引号');
};

const wordsOf =
  (known: object): Check =>
  (value, path, report) => {
    const allowed = Object.keys(known);
    if (!Array.isArray(value)) return report(path, `应为列表，可选：${allowed.join('、')}`);
    value.forEach((word: unknown, index) => {
      if (typeof word !== 'string' || !allowed.includes(word)) report(`${path}[${index}]`, `可选：${allowed.join('、')}`);
      else if (value.indexOf(word) !== index) report(`${path}[${index}]`, `重复：${word}`);
    });
  };

/** An object with exactly these keys; `optional` ones may be missing, unknown ones are reported so that a typing slip never passes as a default. */
const record =
  (fields: Readonly<Record<string, Check>>, optional: readonly string[] = []): Check =>
  (value, path, report) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return report(path, '应为键值对象');
    const given = value as Readonly<Record<string, unknown>>;
    const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
    for (const key of Object.keys(given)) if (!Object.hasOwn(fields, key)) report(at(key), '未知的项');
    for (const [key, check] of Object.entries(fields)) {
      if (given[key] !== undefined) check(given[key], at(key), report);
      else if (!optional.includes(key)) report(at(key), '缺少该项');
    }
  };

const words = text(/\S/, '应为非空文字');

const listOf =
  (check: Check): Check =>
  (value, path, report) => {
    if (!Array.isArray(value) || value.length === 0) return report(path, '应为非空列表');
    value.forEach((item: unknown, index) => check(item, `${path}[${index}]`, report));
  };

const oneOf =
  (known: object): Check =>
  (value, path, report) => {
    if (typeof value !== 'string' || !Object.hasOwn(known, value)) report(path, `可选：${Object.keys(known).join('、')}`);
  };

function eachOf(known: object, check: Check): Readonly<Record<string, Check>> {
  return Object.fromEntries(Object.keys(known).map((word) => [word, check]));
}

const ITEM = { kind: oneOf({ manual: 0, rate: 0 }), code: text(/^[a-z][a-z0-9-]{1,62}$/, '应为小写字母、数字和连字符组成的编号'), name: words, weight: wholeNumber(1, 100, '（分）') };

const appraisalItem: Check = (value, path, report) => {
  const computed = (value as Partial<AppraisalItem> | null)?.kind === 'rate';
  record(computed ? { ...ITEM, rate: oneOf(RATE_KINDS), floor: share, full: share } : ITEM)(value, path, report);
};

const SCHEME: Readonly<Record<keyof AppraisalScheme, Check>> = { dimensions: record(eachOf(APPRAISAL_DIMENSIONS, listOf(appraisalItem))) };

const workingDays = wholeNumber(1, 250, '（工作日）');

const LIMITS: Readonly<Record<keyof PolicyLimits, Check>> = {
  countyDispatch: workingDays,
  unitSign: workingDays,
  firstContact: workingDays,
  assistBeforeResolve: wholeNumber(0, 250, '（工作日）'),
  returnWindow: workingDays,
  returnWindowOnSite: workingDays,
  returnReview: workingDays,
  extensionReviewCounty: workingDays,
  extensionReviewPrefecture: workingDays,
  paperFiling: workingDays,
  emergencyReportMinutes: wholeNumber(1, 10_080, '（分钟）'),
};

const CATEGORY_LIMITS: Readonly<Record<keyof CategoryLimits, Check>> = { resolve: workingDays, extensionCap: wholeNumber(0, 250, '（工作日）') };

const PACK: Readonly<Record<keyof PolicyPack, Check>> = {
  id: text(/^[a-z][a-z0-9-]{1,62}$/, '应为小写字母、数字和连字符组成的编号'),
  version: wholeNumber(1, 9_999, ''),
  county: text(/^\d{6}$/, '应为六位行政区划代码，并加引号'),
  name: text(/\S/, '应为名称'),
  effectiveFrom: date,
  effectiveTo: date,
  limits: record(LIMITS),
  categories: record(Object.fromEntries(Object.keys(CATEGORIES).map((category) => [category, record(CATEGORY_LIMITS)]))),
  contactAttempts: wholeNumber(1, 20, '（次）'),
  returnsBeforeRuling: wholeNumber(1, 20, '（次）'),
  extensionsPerRound: wholeNumber(0, 20, '（次）'),
  prefectureReviews: wordsOf(PREFECTURE_REVIEW_REASONS),
  warnings: record({ atHalf: flag, onLastDay: flag, hour: wholeNumber(0, 23, '（时）') }),
  returnVisit: record(
    {
      sampleRate: share,
      always: wordsOf(ALWAYS_VISITED),
      seed: text(/\S/, '应为非空文字'),
      unsolvedIsDissatisfied: flag,
      attempts: wholeNumber(1, 20, '（次）'),
      drawnWithinDays: wholeNumber(1, 366, '（日）'),
      draw: oneOf(VISIT_DRAWS),
      callWithin: workingDays,
    },
    ['draw', 'callWithin'],
  ),
  supervisedPetitioners: wordsOf(PETITIONER_KINDS),
  rates: record({ smallSample: wholeNumber(0, 10_000, '（件）') }),
  turnTo: record(eachOf(DECLINE_GROUNDS, words)),
  emergency: record({ recipients: listOf(words) }),
  block: record({ maxDays: wholeNumber(1, 366, '（日）'), reviewDays: wholeNumber(1, 366, '（日）') }),
  knowledge: record({ reviewMonths: wholeNumber(1, 120, '（月）') }),
  liaison: record({ reportWithin: workingDays }),
  dutyRosters: oneOf(DUTY_ROSTERS),
  supervision: record({ remindBefore: wholeNumber(0, 250, '（工作日）') }),
  accountability: record({ statementWithin: workingDays, lateFrom: workingDays }),
  archive: record({ retentionYears: wholeNumber(2, 100, '（年）') }),
  calendarHorizon: record({ alarmDays: wholeNumber(1, 366, '（日）') }),
  topics: record({ minTickets: wholeNumber(2, 1_000, '（件）'), windowDays: wholeNumber(1, 366, '（日）') }),
  reports: record({ research: workingDays, special: workingDays, concentratedFrom: wholeNumber(2, 10_000, '（件）'), dissatisfiedRounds: wholeNumber(1, 20, '（轮）') }),
  appraisal: record(SCHEME),
};

/** Reads a pack out of parsed YAML or JSON, or names everything that is wrong with it; a pack with one problem is no pack. */
export function parsePolicyPack(input: unknown): ParsedPolicyPack {
  const problems: PolicyProblem[] = [];
  const report = (path: string, message: string): void => void problems.push({ path, message });
  record(PACK, ['effectiveTo', 'dutyRosters'])(input, '', report);
  if (problems.length > 0) return { ok: false, problems };
  const pack = input as PolicyPack; // every field of the type was checked above
  reportContradictions(pack, report);
  return problems.length === 0 ? { ok: true, pack } : { ok: false, problems };
}

/** Reads a scheme alone, as the section `appraisal` of a pack holds it, under the same rules; paths begin at `dimensions` (Art. 7, 22). */
export function parseAppraisalScheme(input: unknown): ParsedScheme {
  const problems: PolicyProblem[] = [];
  const report = (path: string, message: string): void => void problems.push({ path, message });
  record(SCHEME)(input, '', report);
  const scheme = input as AppraisalScheme;
  if (problems.length === 0) reportUnfitScheme(schemeItems(scheme, ''), '', report);
  return problems.length === 0 ? { ok: true, scheme } : { ok: false, problems };
}

function reportContradictions(pack: PolicyPack, report: (path: string, message: string) => void): void {
  for (const [category, limits] of Object.entries(pack.categories)) {
    if (limits.extensionCap > limits.resolve) report(`categories.${category}.extensionCap`, '延期上限不得超过办理时限');
  }
  if (pack.limits.returnWindowOnSite < pack.limits.returnWindow) report('limits.returnWindowOnSite', '现场核查的退回期限不得短于一般退回期限');
  reportUnfitScheme(schemeItems(pack.appraisal, 'appraisal.'), 'appraisal.', report);
  if (pack.effectiveTo !== undefined && pack.effectiveTo < pack.effectiveFrom) report('effectiveTo', '失效日期不得早于生效日期');
}

/** The weights add up to 100, no code stands twice, and satisfaction weighs most (Art. 7). */
function reportUnfitScheme(placed: readonly PlacedItem[], within: string, report: (path: string, message: string) => void): void {
  const path = `${within}dimensions`;
  const items = placed.map(({ item }) => item);
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  if (total !== 100) report(path, `各项分值之和应为 100，现为 ${total}`);
  const twice = placed.find(({ item }, index) => items.findIndex((other) => other.code === item.code) !== index);
  if (twice) report(`${twice.path}.code`, `编号重复：${twice.item.code}`);
  const satisfied = placed.find(({ item }) => item.kind === 'rate' && item.rate === 'satisfied');
  const heavier = items.filter((item) => item !== satisfied?.item && item.weight >= (satisfied?.item.weight ?? 0));
  if (heavier.length > 0) report(satisfied ? `${satisfied.path}.weight` : path, `满意率的分值必须是最大的一项（第七条），现不低于它的有：${heavier.map(({ code }) => code).join('、')}`);
  for (const { item, path: at } of placed) if (item.kind === 'rate' && item.floor === item.full) report(`${at}.full`, `${item.code}：floor 与 full 不得相同`);
}

interface PlacedItem {
  readonly item: AppraisalItem;
  readonly path: string;
}

function schemeItems({ dimensions }: AppraisalScheme, within: string): PlacedItem[] {
  return Object.entries(dimensions).flatMap(([dimension, items]) => items.map((item, place) => ({ item, path: `${within}dimensions.${dimension}[${place}]` })));
}

function isDate(value: string): boolean {
  try {
    dayOf(value);
    return true;
  } catch {
    return false;
  }
}
