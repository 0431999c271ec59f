import { ApiProperty } from '@nestjs/swagger';
import { BLOCK_ENDS, BLOCK_GROUNDS, codesOf, type BlockEnd, type BlockGround } from '@hotline/domain/shared';
import { IsCodeOf, IsFlag, IsId, IsWholeNumber, PageQuery, Text } from '@hotline/http';

export const BLOCK_STATUSES = { asked: '已报州级', running: '限制中', ended: '已结束' } as const;
export type BlockStatus = keyof typeof BLOCK_STATUSES;

/** Ask the prefecture to block the petitioner of these tickets (Art. 24). */
export class AskBlockBody {
  @IsCodeOf(BLOCK_GROUNDS) ground!: BlockGround;
  @IsId({ each: true, description: '作为依据的工单，须为同一诉求人' }) evidenceTicketIds!: string[];
  @Text(2_000, { description: '查实的情况', example: '11 月 1 日至 7 日无事由来电 43 次，经劝阻无效' }) findings!: string;
  @IsWholeNumber(1, 3_650, { description: '限制天数（自然日），不得超过县级政策的上限', example: 30 }) days!: number;
}

export class DecideBlockBody {
  @IsFlag({ description: '是否批准' }) approved!: boolean;
}

export class ReviewBlockBody {
  @IsFlag({ description: 'true 继续限制，false 解除' }) keep!: boolean;
  @Text(500, { description: '复核理由', example: '诉求人已书面承诺不再骚扰' }) reason!: string;
}

export class BlockQuery extends PageQuery {
  @IsCodeOf(BLOCK_STATUSES, { optional: true }) status?: BlockStatus;
}

const moment = { type: String, format: 'date-time', nullable: true } as const;

export class BlockReviewView {
  @ApiProperty({ type: String, format: 'date-time' }) at!: string;
  @ApiProperty() by!: string;
  @ApiProperty() keep!: boolean;
  @ApiProperty() reason!: string;
}

/** A block without what people wrote: what a command answers and an Idempotency-Key may repeat. It names tickets, never the petitioner (Art. 10, 24). */
export class BlockSummary {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: codesOf(BLOCK_STATUSES) }) status!: BlockStatus;
  @ApiProperty({ enum: codesOf(BLOCK_GROUNDS) }) ground!: BlockGround;
  @ApiProperty({ type: [String] }) evidenceTicketIds!: readonly string[];
  @ApiProperty({ type: 'integer' }) days!: number;
  @ApiProperty({ type: String, format: 'date-time' }) askedAt!: string;
  @ApiProperty() askedBy!: string;
  @ApiProperty(moment) startedAt!: string | null;
  @ApiProperty({ ...moment, description: '限制到此时为止，不含' }) until!: string | null;
  @ApiProperty({ ...moment, description: '应在此时起复核' }) reviewDueAt!: string | null;
  @ApiProperty(moment) endedAt!: string | null;
  @ApiProperty({ enum: codesOf(BLOCK_ENDS), nullable: true }) cause!: BlockEnd | null;
  @ApiProperty({ type: 'integer', description: '限制期间未予登记的次数' }) attempts!: number;
  @ApiProperty({ type: 'integer', description: '限制期间作为紧急事项登记的次数' }) emergencies!: number;
}

export class BlockView extends BlockSummary {
  @ApiProperty({ description: '查实的情况' }) findings!: string;
  @ApiProperty({ type: [BlockReviewView] }) reviews!: readonly BlockReviewView[];
}

export class BlockList {
  @ApiProperty({ type: [BlockView] }) items!: readonly BlockView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
