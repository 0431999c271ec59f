import { ApiProperty } from '@nestjs/swagger';
import { isoOf } from '@hotline/domain/shared';
import { IsCodeOf, IsInstant, IsFlag, IsPart, PageQuery, Text } from '@hotline/http';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { CalendarDayBody, CalendarYearBody } from './calendar.dto.js';
import { DRAFT_STATUSES, type DraftStatus, type StoredDraft } from './draft.store.js';
import type { PreviewCounts, PreviewedMove } from './preview.service.js';

export class DraftBody {
  @IsPart(() => CalendarYearBody) record!: CalendarYearBody;
  @IsFlag({ optional: true, description: '明确允许已告知的截止日期提前；默认不允许' }) allowEarlier?: boolean;
  @Text(500, { optional: true, description: '允许提前的理由；allowEarlier 为 true 时必填' }) reason?: string;
}

export class ClosureBody {
  @Text(200, { description: '文件标题', example: '关于县城停水期间停止办公的通知' }) title!: string;
  @Text(60, { description: '文号', example: '元政办发〔2026〕31号' }) documentNo!: string;
  @Text(120, { description: '发布机关', example: '元谋县人民政府办公室' }) publishedBy!: string;
  @IsInstant({ description: '发布时间' }) publishedAt!: string;
  @IsArray() @ArrayMaxSize(60) @IsPart(() => CalendarDayBody, { each: true, description: '县内停止办公的日期，须为同一年度' }) days!: CalendarDayBody[];
}

export class PublishDraftBody {
  @Text(60, { description: '发布人（职务、姓名）', example: '县热线办主任张某某' }) publisher!: string;
}

export class DraftQuery extends PageQuery {
  @IsCodeOf(DRAFT_STATUSES, { optional: true }) status?: DraftStatus;
}

export class DraftView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: Object.keys(DRAFT_STATUSES) }) status!: DraftStatus;
  @ApiProperty({ type: CalendarYearBody }) record!: object;
  @ApiProperty() allowEarlier!: boolean;
  @ApiProperty({ nullable: true, type: String }) reason!: string | null;
  @ApiProperty({ type: Object, nullable: true, description: '最近一次预览的依据和结果' }) preview!: object | null;
  @ApiProperty({ description: '可以发布：预览之后草稿和日历都没有改动' }) previewed!: boolean;
  @ApiProperty({ nullable: true, type: Number, description: '发布后的日历修订号' }) revision!: number | null;
  @ApiProperty({ nullable: true, type: String, description: '发布人' }) publisher!: string | null;
  @ApiProperty() createdBy!: string;
  @ApiProperty({ format: 'date-time' }) changedAt!: string;
  @ApiProperty() version!: number;
}

/** A move as a draft would make it. */
export interface DraftMove extends PreviewedMove {
  /** False for a deadline that would come earlier and stays, because the draft gives no leave. */
  readonly applies: boolean;
}

export interface DraftPreviewPage {
  readonly items: readonly DraftMove[];
  readonly next: string | null;
  readonly counts: PreviewCounts | null;
}

export function draftView(draft: StoredDraft, revision: number): DraftView {
  const { id, status, terms, preview, published, createdBy, version } = draft;
  return {
    id,
    status,
    ...terms,
    preview: preview && { ...preview, previewedAt: isoOf(preview.previewedAt) },
    previewed: status === 'draft' && preview !== null && preview.draftVersion === version && preview.revision === revision,
    revision: published?.revision ?? null,
    publisher: published?.publisher ?? null,
    createdBy,
    changedAt: isoOf(draft.changedAt),
    version,
  };
}
