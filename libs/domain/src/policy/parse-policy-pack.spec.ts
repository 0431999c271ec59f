import { trialPack } from '../../spec/trial-pack.js';
import { parsePolicyPack, policyValue, type AppraisalItem, type PolicyPack } from './index.js';

const problemsOf = (input: unknown): unknown => {
  const parsed = parsePolicyPack(input);
  return parsed.ok ? [] : parsed.problems;
};
const withScheme = (change: (dimensions: PolicyPack['appraisal']['dimensions']) => object): unknown => ({ ...trialPack, appraisal: { dimensions: { ...trialPack.appraisal.dimensions, ...change(trialPack.appraisal.dimensions) } } });
const manual = (code: string, weight: number): AppraisalItem => ({ kind: 'manual', code, name: code, weight });
const satisfied = (weight: number, floor = 0.5, full = 1): AppraisalItem => ({ kind: 'rate', code: 'satisfied', name: '满意率', weight, rate: 'satisfied', floor, full });

describe('a value of a pack that is wrong', () => {
  it.each<[string, unknown, string]>([
    ['limits.unitSign', { limits: { ...trialPack.limits, unitSign: 251 } }, '应为 1 到 250 之间的整数（工作日）'],
    ['limits.unitSign', { limits: { ...trialPack.limits, unitSign: 1.5 } }, '应为 1 到 250 之间的整数（工作日）'],
    ['returnVisit.sampleRate', { returnVisit: { ...trialPack.returnVisit, sampleRate: -0.01 } }, '应为 0 到 1 之间的比例'],
    ['returnVisit.sampleRate', { returnVisit: { ...trialPack.returnVisit, sampleRate: '0.2' } }, '应为 0 到 1 之间的比例'],
    ['returnVisit.sampleRate', { returnVisit: { ...trialPack.returnVisit, sampleRate: Number.NaN } }, '应为 0 到 1 之间的比例'],
    ['returnVisit.draw', { returnVisit: { ...trialPack.returnVisit, draw: 1 } }, '可选：on-closing、monthly'],
    ['warnings.onLastDay', { warnings: { ...trialPack.warnings, onLastDay: 1 } }, '应为 true 或 false'],
    ['county', { county: '53232' }, '应为六位行政区划代码，并加引号'],
    ['name', { name: ' ' }, '应为名称'],
    ['name', { name: 2018 }, '应为名称'],
    ['effectiveFrom', { effectiveFrom: '2018-02-30' }, '应为真实的日期，格式 YYYY-MM-DD，并加引号'],
    ['effectiveFrom', { effectiveFrom: new Date(0) }, '应为真实的日期，格式 YYYY-MM-DD，并加引号'],
    ['supervisedPetitioners', { supervisedPetitioners: 'enterprise' }, '应为列表，可选：individual、enterprise、deputy'],
    ['supervisedPetitioners[1]', { supervisedPetitioners: ['enterprise', 'mayor'] }, '可选：individual、enterprise、deputy'],
    ['supervisedPetitioners[0]', { supervisedPetitioners: [7] }, '可选：individual、enterprise、deputy'],
    ['supervisedPetitioners[1]', { supervisedPetitioners: ['deputy', 'deputy'] }, '重复：deputy'],
    ['emergency.recipients', { emergency: { recipients: [] } }, '应为非空列表'],
    ['emergency.recipients', { emergency: { recipients: '县政府应急办' } }, '应为非空列表'],
    ['emergency.recipients[1]', { emergency: { recipients: ['县政府应急办', ''] } }, '应为非空文字'],
    ['emergency', { emergency: ['县政府应急办'] }, '应为键值对象'],
    ['emergency', { emergency: null }, '应为键值对象'],
    ['emergency.phone', { emergency: { ...trialPack.emergency, phone: '119' } }, '未知的项'],
    ['dutyRosters', { dutyRosters: 'none' }, '可选：all-units、those-that-keep-one'],
    ['block.reviewDays', { block: { maxDays: 90 } }, '缺少该项'],
    ['archive.retentionYears', { archive: { retentionYears: 1 } }, '应为 2 到 100 之间的整数（年）'],
    ['limits.returnWindowOnSite', { limits: { ...trialPack.limits, returnWindow: 4 } }, '现场核查的退回期限不得短于一般退回期限'],
    ['effectiveTo', { effectiveTo: '2018-07-11' }, '失效日期不得早于生效日期'],
  ])('[Art. 25] at %s is named with what it should be', (path, change, message) => {
    expect(problemsOf({ ...trialPack, ...(change as object) })).toEqual([{ path, message }]);
  });

  it('[Art. 17, 19, 26] may lie on its bounds', () => {
    for (const sampleRate of [0, 1]) expect(problemsOf({ ...trialPack, returnVisit: { ...trialPack.returnVisit, sampleRate } })).toEqual([]);
    for (const paperFiling of [1, 250]) expect(problemsOf({ ...trialPack, limits: { ...trialPack.limits, paperFiling } })).toEqual([]);
    expect(problemsOf({ ...trialPack, limits: { ...trialPack.limits, returnWindow: 3 } })).toEqual([]);
    expect(problemsOf({ ...trialPack, categories: { ...trialPack.categories, help: { resolve: 5, extensionCap: 5 } } })).toEqual([]);
    expect(problemsOf({ ...trialPack, effectiveTo: trialPack.effectiveFrom })).toEqual([]);
  });
});

describe('an appraisal scheme', () => {
  it('[Art. 7, 22] gives satisfaction the largest single weight, or is refused', () => {
    const equal = withScheme(() => ({ organisation: [manual('leader', 10)], handling: [manual('file', 35)], results: [satisfied(35)] }));
    expect(problemsOf(equal)).toEqual([{ path: 'appraisal.dimensions.results[0].weight', message: '满意率的分值必须是最大的一项（第七条），现不低于它的有：file' }]);
    const least = withScheme(() => ({ handling: [manual('file', 36)], results: [satisfied(34)] }));
    expect(problemsOf(least)).toEqual([{ path: 'appraisal.dimensions.results[0].weight', message: '满意率的分值必须是最大的一项（第七条），现不低于它的有：file' }]);
    expect(problemsOf(withScheme(() => ({ handling: [manual('file', 34)], results: [satisfied(36)] })))).toEqual([]);
    const without = withScheme(() => ({ handling: [manual('file', 30)], results: [manual('praise', 40)] }));
    expect(problemsOf(without)).toEqual([{ path: 'appraisal.dimensions', message: '满意率的分值必须是最大的一项（第七条），现不低于它的有：leader、staff、rules、file、praise' }]);
  });

  it('[Art. 22] adds up to a hundred, names no item twice, and tells nothing apart by no distance', () => {
    expect(problemsOf(withScheme(() => ({ results: [satisfied(41)] })))).toEqual([{ path: 'appraisal.dimensions', message: '各项分值之和应为 100，现为 101' }]);
    expect(problemsOf(withScheme(() => ({ rules: [manual('leader', 10)] })))).toEqual([{ path: 'appraisal.dimensions.rules[0].code', message: '编号重复：leader' }]);
    expect(problemsOf(withScheme(() => ({ results: [satisfied(40, 0.8, 0.8)] })))).toEqual([{ path: 'appraisal.dimensions.results[0].full', message: 'satisfied：floor 与 full 不得相同' }]);
    expect(problemsOf(withScheme(() => ({ results: [satisfied(40, 1, 0.5)] })))).toEqual([]);
  });

  it('[Art. 22] says of each item what its kind needs, and nothing else', () => {
    expect(problemsOf(withScheme(() => ({ rules: [{ ...manual('rules', 10), rate: 'close' }] })))).toEqual([{ path: 'appraisal.dimensions.rules[0].rate', message: '未知的项' }]);
    expect(problemsOf(withScheme(() => ({ results: [{ kind: 'rate', code: 'satisfied', name: '满意率', weight: 40, rate: 'satisfied', floor: 0.5 }] })))).toEqual([{ path: 'appraisal.dimensions.results[0].full', message: '缺少该项' }]);
    expect(problemsOf(withScheme(() => ({ rules: [null] })))).toEqual([{ path: 'appraisal.dimensions.rules[0]', message: '应为键值对象' }]);
    expect(problemsOf(withScheme(() => ({ rules: [] })))).toEqual([{ path: 'appraisal.dimensions.rules', message: '应为非空列表' }]);
  });
});

it('[Art. 25] a value of a pack is found by its path, and nothing where there is none', () => {
  expect(policyValue(trialPack, 'categories.help.resolve')).toBe(15);
  expect(policyValue(trialPack, 'warnings')).toEqual({ atHalf: true, onLastDay: true, hour: 9 });
  for (const path of ['limits.none', 'none.at.all', 'contactAttempts.first', 'id.length']) expect(policyValue(trialPack, path)).toBeUndefined();
  expect(policyValue({ ...trialPack, limits: null } as unknown as PolicyPack, 'limits.unitSign')).toBeUndefined();
});
