import type { report } from '@hotline/domain';
import { refusalsOf, type RefusalTable } from '@hotline/http';

const nothingWritten = '本次操作没有写入任何内容。';

/** What a person reads when a step of a report is refused (Art. 21). */
refusalsOf<RefusalTable<report.ReportRefusal>>({
  'report-already-due': { status: 409, title: '该报告任务已经存在', detail: () => `同一事由、同一单位、同样的工单已经有报告任务。${nothingWritten}`, advice: '请在报告列表中查看。' },
  'no-such-report': { status: 404, title: '没有找到报告任务', detail: () => '该报告任务不存在，或不属于您的单位。', advice: '请在报告列表中核对标识。' },
  'report-of-another': { status: 403, title: '不是本单位的报告', detail: () => `该报告由其他单位提交。${nothingWritten}`, advice: '请核对报告标识。' },
  'report-awaits-decision': { status: 409, title: '报告正在审核', detail: () => `报告已经提交，正在等待审核。${nothingWritten}`, advice: '如需修改，请联系县热线管理机构退回后重新提交。' },
  'report-already-accepted': { status: 409, title: '报告已通过', detail: () => `该报告已经审核通过，不能再改动。${nothingWritten}`, advice: '无需再次办理。' },
  'report-not-submitted': { status: 409, title: '报告尚未提交', detail: () => `报告提交之后才能审核。${nothingWritten}`, advice: '请等待提交。' },
  'report-without-text': { status: 422, title: '缺少报告正文', detail: () => `报告正文不能为空白。${nothingWritten}`, advice: '请填写 text。' },
  'report-without-number': { status: 422, title: '缺少文号', detail: () => `须填写报告的文号。${nothingWritten}`, advice: '请填写 documentNumber。' },
  'report-withdrawn': { status: 409, title: '报告任务已撤销', detail: () => `据以要求报告的情形已不存在，该报告任务已撤销。${nothingWritten}`, advice: '无需提交。' },
  'send-back-without-reason': { status: 422, title: '缺少退回理由', detail: () => `退回报告须说明理由。${nothingWritten}`, advice: '请填写 reason。' },
});
