/** One answer of each kind, as the OpenAPI document shows it; a spec holds them to the shape of real answers. */

const PERIOD = { name: '2018-09', from: '2018-09-01', to: '2018-09-30' };
const SATISFIED = {
  ...{ rate: 'satisfied', name: '满意率', definition: '期间内回访成功的办件中，群众评价为基本满意及以上的占比', article: 'Art. 7, 19, 22' },
  ...{ numerator: '基本满意及以上数', denominator: '回访成功数', lessIsBetter: false },
};
const HEAD = { period: PERIOD, groupBy: ['unit'], filters: { category: 'complaint' }, scheme: 'yuanmou-2018@1', definitions: [SATISFIED] };
const SCORE = { definition: '按方案中由指标计算的各项得分之和折算为百分；人工评分项不在其内，没有分母的项不计，其分值分给同一方面的其他项', article: 'Art. 22' };
const PLACE = { from: '2018-09-01', to: '2018-09-30', unit: 'YM-SWJ', unitName: '县水务局' };
const ITEM = { code: 'satisfied', name: '满意率', dimension: 'results', rate: 'satisfied', weight: 22, effectiveWeight: 22, numerator: 9, denominator: 10, points: 19.56 };
const SCHEME_ITEM = { kind: 'rate', code: 'satisfied', name: '满意率', weight: 22, rate: 'satisfied', floor: 0.5, full: 0.95 };
const MANUAL_ITEM = { kind: 'manual', code: 'leader-in-charge', name: '主要负责人、分管领导履职', weight: 8 };
const DIMENSIONS = { organisation: [MANUAL_ITEM], staffing: [MANUAL_ITEM], rules: [MANUAL_ITEM], handling: [SCHEME_ITEM], results: [SCHEME_ITEM] };

export const SCORING_EXAMPLES = {
  rates: { ...HEAD, items: [{ ...PLACE, rate: 'satisfied', rateName: '满意率', numerator: 9, denominator: 10, ratio: 0.9 }], next: null },
  tickets: {
    ...{ ...HEAD, groupBy: [], filters: { unit: 'YM-SWJ' }, part: 'denominator' },
    items: [{ ticketId: '01920f5a-0000-7000-8000-000000000001', number: 'YM20180910-000001', dispatchNo: 1, unit: 'YM-SWJ', category: 'complaint', channel: 'phone', township: '532328101', counted: true }],
    next: 'WyIwMTkyMGY1YS0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEiLDEsIllNLVNXSiJd',
  },
  scores: { ...HEAD, score: SCORE, items: [{ ...PLACE, tickets: 42, smallSample: false, points: 88.91, outOf: 22, items: [ITEM] }], next: null },
  ranking: {
    ...{ ...HEAD, by: 'score', score: SCORE },
    items: [{ kind: 'department', place: 1, tied: false, apart: null, unit: 'YM-SWJ', unitName: '县水务局', value: 88.91, numerator: null, denominator: null, tickets: 42 }],
    next: null,
  },
  comparison: {
    ...{ ...HEAD, base: { name: '2018-08', from: '2018-08-01', to: '2018-08-31' } },
    items: [{ ...PLACE, rate: 'satisfied', rateName: '满意率', now: { numerator: 9, denominator: 10, ratio: 0.9 }, base: { numerator: 4, denominator: 5, ratio: 0.8 }, difference: 0.1, trend: 'better' }],
    next: null,
  },
  'what-if': {
    ...{ ...HEAD, tried: { scheme: 'yunling-2024@1', dimensions: DIMENSIONS } },
    items: [
      {
        ...{ unit: 'YM-SWJ', unitName: '县水务局', kind: 'department', tickets: 42, smallSample: false },
        ...{ inForce: { points: 88.91, place: 2 }, tried: { points: 90.5, place: 1 }, pointsGained: 1.59, placesGained: 1 },
      },
    ],
    next: null,
  },
  schemes: { items: [{ scheme: 'yuanmou-2018@1', name: '元谋县12345政府热线运行管理办法（试行）', own: true, effectiveFrom: '2018-07-12', dimensions: DIMENSIONS }], next: null },
  dictionary: {
    tables: Object.fromEntries(['rates', 'scores', 'items'].map((table) => [table, [{ name: 'from', type: 'date', nullable: false, meaning: '统计首日（东八区）' }]])),
    rates: [SATISFIED],
    score: SCORE,
    codes: { kind: { township: '乡镇' }, category: { complaint: '投诉' }, channel: { phone: '电话' }, rate: { satisfied: '满意率' } },
  },
} as const satisfies Record<string, object>;

export type AnswerName = keyof typeof SCORING_EXAMPLES;

export const CSV_EXAMPLE = 'from,to,time,unit,unitName,kind,category,channel,township,townshipName,scheme,rate,rateName,numerator,denominator,ratio\r\n2018-09-01,2018-09-30,,YM-SWJ,县水务局,,,,,,yuanmou-2018@1,satisfied,满意率,9,10,0.9\r\n';
