import { directory } from '@hotline/domain';
import { type RefusalTable, refusalsOf } from '@hotline/http';

export const UNIT_REFUSALS = ['no-such-unit', ...directory.DIRECTORY_REFUSALS] as const;

const nothingWritten = '本次操作没有写入任何内容。';
const ofUnit = (values: Readonly<Record<string, string | number>>): string => (values['code'] === undefined ? '' : `单位 ${values['code']}：`);

/** What a person reads when the directory refuses. */
export const UNIT_REFUSAL_TEXTS = refusalsOf({
  'no-such-unit': { status: 404, title: '没有找到该单位', detail: () => '承办单位名录中没有这个代码。', advice: '请核对单位代码，或在名录列表中按名称查找。' },
  'merged-unit-still-active': { status: 422, title: '并入的单位仍在用', detail: (values) => `${ofUnit(values)}已并入 ${values['unit']} 的单位不能仍为在用。${nothingWritten}`, advice: '请将 active 改为 false，或去掉 mergedInto。' },
  'merged-into-itself': { status: 422, title: '不能并入自身', detail: (values) => `${ofUnit(values)}单位不能并入自己。${nothingWritten}`, advice: '请更正 mergedInto。' },
  'unknown-successor': { status: 422, title: '并入的单位不存在', detail: (values) => `${ofUnit(values)}名录中没有单位 ${values['unit']}。${nothingWritten}`, advice: '请先登记承接的单位。' },
  'merged-in-a-circle': { status: 422, title: '单位互相并入', detail: (values) => `${ofUnit(values)}${values['unit']} 已（间接）并入本单位。${nothingWritten}`, advice: '请核对机构改革的先后关系。' },
  'changed-in-the-future': { status: 422, title: '变动日期在将来', detail: (values) => `变动日期晚于今天（${values['today']}）。${nothingWritten}`, advice: '请在变动之后报备，并填写实际变动日期。' },
  'changed-before-the-last-change': { status: 422, title: '变动日期早于上次变动', detail: (values) => `上次报备的变动日期为 ${values['last']}。${nothingWritten}`, advice: '请核对变动日期。' },
} satisfies RefusalTable<(typeof UNIT_REFUSALS)[number]>);
