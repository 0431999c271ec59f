import type { knowledge } from '@hotline/domain';
import { refusalsOf, type RefusalTable } from '@hotline/http';

/** Refusals of the shell, beside those of the domain. */
export const KNOWLEDGE_OWN_REFUSALS = ['unit-unknown', 'unit-missing', 'knowledge-entry-unknown', 'knowledge-entry-not-in-force'] as const;
/** Those that intake tells of tickets too. */
const SHARED = ['before-previous-step', 'in-the-future'] as const;
type Slug = Exclude<knowledge.EntryRefusal, (typeof SHARED)[number]> | (typeof KNOWLEDGE_OWN_REFUSALS)[number];

const nothing = '本次操作没有写入任何内容。';

/** What a person reads when a step of a knowledge entry is refused. */
export const KNOWLEDGE_REFUSALS = refusalsOf({
  'unit-unknown': { status: 422, title: '没有这个单位', detail: () => `单位名录中没有这个在用的单位，${nothing}`, advice: '请核对 unit，或先在派单服务中登记该单位。' },
  'unit-missing': { status: 422, title: '缺少责任单位', detail: () => `知识条目必须有责任单位，${nothing}`, advice: '请填写 unit；承办单位账号无须填写。' },
  'knowledge-entry-unknown': { status: 422, title: '没有这个知识条目', detail: () => `所引用的知识条目不存在，${nothing}`, advice: '请在知识库中检索后填写条目标识；确无可依据的条目时不填 knowledgeEntry。' },
  'knowledge-entry-not-in-force': { status: 422, title: '知识条目未生效', detail: () => `所引用的知识条目尚未发布或已经撤回，不能作为答复依据，${nothing}`, advice: '请改用已发布的条目，或请责任单位更新后再答复。' },
  'entry-already-drafted': { status: 409, title: '条目已存在', detail: () => `该知识条目已经存在，${nothing}`, advice: '请在原条目上修改。' },
  'no-such-entry': { status: 404, title: '没有找到知识条目', detail: () => '该知识条目不存在，或您无权查看。', advice: '请核对条目标识后重试。' },
  'entry-title-missing': { status: 422, title: '缺少标题', detail: () => `知识条目必须有标题，${nothing}`, advice: '请填写 title。' },
  'entry-title-too-long': { status: 422, title: '标题过长', detail: ({ limit, length }) => `标题最多 ${limit} 个字符，现有 ${length} 个，${nothing}`, advice: '请缩短标题。' },
  'entry-text-missing': { status: 422, title: '缺少正文', detail: () => `知识条目必须有正文，${nothing}`, advice: '请填写 text。' },
  'entry-text-too-long': { status: 422, title: '正文过长', detail: ({ limit, length }) => `正文最多 ${limit} 个字符，现有 ${length} 个，${nothing}`, advice: '请拆分为几个条目。' },
  'entry-source-missing': { status: 422, title: '缺少依据', detail: () => `知识条目必须写明依据的文件或单位，${nothing}`, advice: '请填写 source。' },
  'too-many-keywords': { status: 422, title: '关键词过多', detail: ({ limit, length }) => `关键词最多 ${limit} 个，现有 ${length} 个，${nothing}`, advice: '请只保留群众常用的说法。' },
  'entry-waits-for-the-county': { status: 409, title: '条目正在审核', detail: () => `该条目已经报送，正在等待县政府热线管理机构审核，${nothing}`, advice: '如需修改，请联系县政府热线管理机构退回。' },
  'nothing-to-submit': { status: 409, title: '没有可报送的内容', detail: () => `该条目没有草稿，${nothing}`, advice: '请先修改条目，再报送。' },
  'nothing-submitted': { status: 409, title: '没有待审核的内容', detail: () => `该条目没有已报送的版本，${nothing}`, advice: '请待责任单位报送后再审核。' },
  'entry-not-in-force': { status: 409, title: '条目未生效', detail: () => `该条目没有正在使用的版本，${nothing}`, advice: '请重新读取条目，确认后再决定下一步。' },
  'entry-reason-missing': { status: 422, title: '缺少理由', detail: () => `退回或撤回知识条目必须写明理由，${nothing}`, advice: '请填写 reason。' },
} satisfies RefusalTable<Slug>);
