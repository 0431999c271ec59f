import { ApiProperty } from '@nestjs/swagger';
import { IsCodeOf, IsLocalDate, IsPart, IsUnitCode, PageQuery } from '@hotline/http';
import { LiaisonBody } from '../unit/unit.dto.js';

const FLAGS = { true: '是', false: '否' } as const;

export class LiaisonChangeBody {
  @IsPart(() => LiaisonBody, { description: '新的联络员' })
  liaison!: LiaisonBody;

  @IsLocalDate({ description: '实际变动的日期', example: '2018-09-21' })
  changedOn!: string;
}

export class LiaisonChangeQuery extends PageQuery {
  @IsUnitCode({ optional: true })
  unit?: string;

  @IsCodeOf(FLAGS, { optional: true, description: '是否逾期报备' })
  late?: keyof typeof FLAGS;
}

export class LiaisonChangeView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty({ type: String, description: '新的联络员' }) name!: string;
  @ApiProperty({ type: String, format: 'date' }) changedOn!: string;
  @ApiProperty({ type: String, format: 'date' }) reportedOn!: string;
  @ApiProperty({ type: Number, description: '变动之后到报备为止的工作日数' }) workingDays!: number;
  @ApiProperty({ type: Boolean, description: '是否逾期报备' }) late!: boolean;
  @ApiProperty({ type: String, description: '报备人账号' }) reportedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) recordedAt!: string;
}

export class LiaisonChangePageView {
  @ApiProperty({ type: [LiaisonChangeView] }) items!: readonly LiaisonChangeView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
