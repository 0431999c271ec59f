import { knowledge } from '@hotline/domain';
import { IsCodeOf, IsUnitCode, IsWholeNumberText, PageQuery, Text } from '@hotline/http';

/** What an entry says (Art. 5). */
export class EntryContentBody {
  @Text(knowledge.ENTRY_TITLE_LIMIT, { example: '居民医保何时缴费' }) title!: string;
  @Text(knowledge.ENTRY_TEXT_LIMIT, { example: '城乡居民医保缴费时间为每年 9 月 1 日至 12 月 31 日。' }) text!: string;
  @Text(40, { optional: true, each: true, description: '群众常用的说法', example: ['医保缴费'] }) keywords?: string[];
  @Text(120, { optional: true, description: '事项分类', example: '劳动和社会保障/社会保险/医疗保险' }) subject?: string;
  @Text(200, { description: '依据的文件或单位', example: '县医疗保障局〔2018〕12号' }) source!: string;
}

export class DraftEntryBody extends EntryContentBody {
  @IsUnitCode({ optional: true, description: '责任单位；承办单位账号只能为本单位起草，可不填' }) unit?: string;
}

export class EntryReasonBody {
  @Text(500, { description: '理由', example: '请写明缴费渠道' }) reason!: string;
}

export const ENTRY_FILTERS = { drafted: '起草中', 'in-force': '已发布', withdrawn: '已撤回', submitted: '待审核' } as const;

export class EntryQuery extends PageQuery {
  @IsUnitCode({ optional: true, description: '责任单位' }) unit?: string;
  @IsCodeOf(ENTRY_FILTERS, { optional: true }) status?: keyof typeof ENTRY_FILTERS;
}

export class StaleQuery extends PageQuery {
  @IsUnitCode({ optional: true, description: '责任单位' }) unit?: string;
}

export class SearchQuery {
  @Text(100, { description: '检索词', example: '医保缴费' }) q!: string;
  @IsUnitCode({ optional: true, description: '责任单位' }) unit?: string;
  @IsWholeNumberText(1, 50, { optional: true, description: '每页条数，默认 10' }) limit: number = 10;
  @Text(1_000, { optional: true, description: '上一页答复中的 next；首页不填' }) cursor?: string;
}
