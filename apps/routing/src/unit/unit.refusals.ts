import { refusalsOf } from '@hotline/http';

export const UNIT_REFUSALS = ['no-such-unit'] as const;

/** What a person reads when the directory refuses. */
export const UNIT_REFUSAL_TEXTS = refusalsOf({
  'no-such-unit': {
    status: 404,
    title: '没有找到该单位',
    detail: () => '承办单位名录中没有这个代码。',
    advice: '请核对单位代码，或在名录列表中按名称查找。',
  },
});
