import { ApiProperty } from '@nestjs/swagger';

/** How the mark is shown wherever it is. */
export const SUPPLEMENTED_AT = { type: String, format: 'date-time', nullable: true, description: '签收后诉求人又有补充、尚未确认阅读的，为最近一次补充的时间；单位看本单位的，其他人看主办单位的' } as const;

export class SupplementMarkView {
  @ApiProperty({ type: String, format: 'uuid' }) ticketId!: string;
  @ApiProperty(SUPPLEMENTED_AT) supplementedAt!: string | null;
}
