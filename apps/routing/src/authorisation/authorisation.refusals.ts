import type { handling } from '@hotline/domain';
import { refusalsOf, type RefusalTable } from '@hotline/http';
import { HANDLING_REFUSAL_TEXTS } from '../handling/handling.refusals.js';

const MEND = '请修改后重新提交。';

/** What a person reads when an authorisation is refused (Art. 18). */
export const AUTHORISATION_REFUSAL_TEXTS: RefusalTable<handling.AuthorisationRefusal> = refusalsOf({
  'only-the-principal-leader': HANDLING_REFUSAL_TEXTS['only-the-principal-leader'],
  'deputy-is-the-leader': { status: 422, title: '不能授权给自己', detail: () => '被授权的副职不能是授权人本人。', advice: MEND },
  'document-number-missing': { status: 422, title: '缺少授权文号', detail: () => '授权须有文号。', advice: MEND },
  'authorisation-period-reversed': { status: 422, title: '授权期限颠倒', detail: () => '授权截止日不能早于起始日。', advice: MEND },
  'authorisation-period-over': { status: 422, title: '授权期限已过', detail: (v) => `授权截止日 ${v['to'] ?? ''} 已过，授权不能追溯。`, advice: MEND },
  'already-authorised': { status: 409, title: '该副职已有授权', detail: (v) => `该副职在此期间已有授权（${v['documentNumber'] ?? ''}）。`, advice: '如需变更，请先撤销原授权。' },
  'no-authorisation-on-record': { status: 404, title: '没有找到该授权记录', detail: () => '授权记录不存在，或不属于您的单位。', advice: '请核对授权记录编号。' },
  'already-revoked': { status: 409, title: '授权已撤销', detail: () => '该授权此前已经撤销。', advice: '不必重复撤销。' },
});
