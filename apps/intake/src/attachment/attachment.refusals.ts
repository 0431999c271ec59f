import type { RefusalTexts } from '@hotline/http';
import { nothing } from '../refused-without-trace.js';
import { STREAM_REFUSALS } from './metered-stream.js';

export const ATTACHMENT_REFUSALS = [...STREAM_REFUSALS, 'attachment-missing', 'attachment-one-at-a-time', 'attachments-too-many', 'no-such-attachment', 'attachments-protected'] as const;

/** What a person reads when a file is refused; never its name. */
export const ATTACHMENT_TEXTS = {
  'attachment-empty': { status: 422, title: '附件为空', detail: () => `所传文件没有内容，${nothing}`, advice: '请重新选择文件。' },
  'attachment-too-large': { status: 413, title: '附件过大', detail: ({ max }) => `每个附件不得超过 ${Math.floor(Number(max) / 1_048_576)} MB，${nothing}`, advice: '请压缩或拆分后重新上传。' },
  'attachment-type-refused': { status: 415, title: '不接受的附件类型', detail: ({ allowed }) => `按文件内容判断，该文件不是可以接受的类型（${allowed}），${nothing}`, advice: '请转换为图片、PDF、DOCX、XLSX 或录音录像后重新上传；改扩展名无效。' },
  'attachment-missing': { status: 422, title: '没有附件', detail: () => `请求中没有文件，${nothing}`, advice: '请以 multipart/form-data 提交，文件字段名为 file。' },
  'attachment-one-at-a-time': { status: 422, title: '一次只能上传一个附件', detail: () => `请求中有多个文件，${nothing}`, advice: '请逐个上传。' },
  'attachments-too-many': { status: 409, title: '附件过多', detail: ({ max }) => `每件工单最多 ${max} 个附件，${nothing}`, advice: '请合并后上传。' },
  'no-such-attachment': { status: 404, title: '没有找到附件', detail: () => '该附件不存在，或您无权知道它是否存在。', advice: '请在附件列表中核对标识。' },
  'attachments-protected': {
    status: 403,
    title: '附件受保护',
    detail: () => '举报类诉求，以及诉求人要求保密的诉求，其附件可能反映诉求人身份，未经诉求人同意或县级书面批准，不向承办单位提供。',
    advice: '如办理确有需要，请通过县政府热线管理机构征得诉求人同意、作出书面批准，或请其提供不反映身份的材料。',
  },
} satisfies RefusalTexts;
