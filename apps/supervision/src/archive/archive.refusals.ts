import type { archive } from '@hotline/domain';
import { type RefusalTable, refusalsOf } from '@hotline/http';
import { SUPERVISION_REFUSALS } from '../supervision.refusals.js';

type Slug = Exclude<archive.DisposalRefusal, keyof typeof SUPERVISION_REFUSALS> | 'no-such-file' | 'file-disposed' | 'no-such-hold' | 'hold-already-lifted';

const nothingWritten = '本次操作没有写入任何内容。';

/** What a person reads when the archive refuses. */
export const ARCHIVE_REFUSALS = refusalsOf({
  'no-such-file': { status: 404, title: '没有找到档案', detail: () => '没有这件工单的档案。', advice: '请核对工单标识。' },
  'file-disposed': { status: 409, title: '档案已销毁', detail: (values) => `该工单的档案已按销毁证明 ${values['certificateNo']} 销毁。${nothingWritten}`, advice: '请查阅销毁证明。' },
  'no-such-hold': { status: 404, title: '没有找到保留记录', detail: () => '没有这条保留记录。', advice: '请在档案详情中核对。' },
  'hold-already-lifted': { status: 409, title: '保留已解除', detail: () => `该保留已经解除。${nothingWritten}`, advice: '如需继续保留，请重新设置。' },
  'disposal-already-proposed': { status: 409, title: '销毁清单已提出', detail: () => `该销毁清单已经提出。${nothingWritten}`, advice: '请等待批准。' },
  'nothing-to-dispose-of': { status: 409, title: '没有可销毁的档案', detail: () => `没有保管期限届满、未设保留的档案。${nothingWritten}`, advice: '请在档案列表中按期限查看。' },
  'no-such-disposal': { status: 404, title: '没有找到销毁清单', detail: () => '没有这份销毁清单。', advice: '请核对标识。' },
  'disposal-already-decided': { status: 409, title: '销毁清单已有决定', detail: () => `该销毁清单已批准或不予批准。${nothingWritten}`, advice: '如有必要，请重新提出清单。' },
  'proposer-cannot-approve': { status: 409, title: '须由他人批准', detail: () => `提出销毁清单的人不能自己批准。${nothingWritten}`, advice: '请由另一名有权人员批准。' },
} satisfies RefusalTable<Slug>);
