import type { bulletin } from '@hotline/domain';
import { refusalsOf, type RefusalTable } from '@hotline/http';

const nothingWritten = '本次操作没有写入任何内容。';

/** What a person reads when a bulletin is refused (Art. 21). */
refusalsOf<RefusalTable<bulletin.BulletinRefusal | 'no-such-bulletin'>>({
  'no-such-bulletin': { status: 404, title: '没有找到通报', detail: () => '该月份还没有这一版通报，或尚未印发。', advice: '请在通报列表中核对月份和版本。' },
  'correction-without-reason': { status: 422, title: '缺少更正理由', detail: () => `该月通报已经印发，重新编制须说明更正理由。${nothingWritten}`, advice: '请填写 reason。' },
  'nothing-to-correct': { status: 409, title: '没有需要更正的内容', detail: (values) => `重新计算的数据与已印发的第 ${values['version']} 版完全一致。${nothingWritten}`, advice: '无需更正。' },
  'no-draft': { status: 409, title: '没有待印发的通报', detail: () => `该月份没有编制好、尚未印发的通报。${nothingWritten}`, advice: '请先编制通报并核对数据。' },
  'draft-changed': { status: 409, title: '通报数据已变化', detail: () => `您核对之后，该通报已重新编制。${nothingWritten}`, advice: '请重新读取并核对数据，再以新的 hash 印发。' },
  'month-not-over': { status: 422, title: '该月尚未结束', detail: (values) => `该月到 ${values['until']} 结束，结束后方可印发。${nothingWritten}`, advice: '请在次月印发；此前可以编制草稿查看数据。' },
  'issuer-not-named': { status: 422, title: '缺少签发人', detail: () => `印发通报须写明签发人姓名。${nothingWritten}`, advice: '请填写 issuer。' },
});
