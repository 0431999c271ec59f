import { refusalsOf, type RefusalTable } from '@hotline/http';

const AMENDMENT_SLUGS = ['nothing-to-correct', 'received-in-the-future', 'received-before-the-ticket', 'too-many-supplements'] as const;

const nothing = '本次操作没有写入任何内容。';

/** What a person reads when an amendment is refused. */
refusalsOf({
  'nothing-to-correct': { status: 422, title: '没有需要更正的内容', detail: () => `所填内容与登记的一致，${nothing}`, advice: '请只填写需要更正的项目，并与工单详情核对。' },
  'received-in-the-future': { status: 422, title: '收到时间有误', detail: () => `收到补充的时间不能晚于现在，${nothing}`, advice: '请核对 receivedAt；不填即为现在。' },
  'received-before-the-ticket': { status: 422, title: '收到时间有误', detail: () => `收到补充的时间不能早于收到诉求的时间，${nothing}`, advice: '请核对 receivedAt；不填即为现在。' },
  'too-many-supplements': { status: 409, title: '补充过多', detail: () => `一件工单最多登记一百次补充，${nothing}`, advice: '请另行登记工单，并关联到该工单。' },
} satisfies RefusalTable<(typeof AMENDMENT_SLUGS)[number]>);
