import { ApiProperty } from '@nestjs/swagger';

const moment = { type: String, format: 'date-time' } as const;

export class CorrectedField {
  @ApiProperty({ enum: ['subject', 'townCode', 'place', 'title'] }) field!: 'subject' | 'townCode' | 'place' | 'title';
  @ApiProperty({ type: String, nullable: true }) was!: string | null;
  @ApiProperty({ type: String, nullable: true }) is!: string | null;
}

/** One correction of a ticket after its registration. */
export class CorrectionView {
  @ApiProperty({ type: [CorrectedField], description: '无权阅读内容者，以及诉求人身份对其保密的承办单位，只见事项分类和乡镇' }) changes!: readonly CorrectedField[];
  @ApiProperty({ type: String, nullable: true, description: '无权阅读者为空' }) reason!: string | null;
  @ApiProperty(moment) at!: string;
}

/** What the petitioner said later. */
export class SupplementView {
  @ApiProperty({ format: 'uuid' }) supplementId!: string;
  @ApiProperty() text!: string;
  @ApiProperty(moment) receivedAt!: string;
}
