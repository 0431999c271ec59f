import { ApiProperty } from '@nestjs/swagger';
import type { ExplainedDay } from '@hotline/domain/shared';

/** One day of a count and why it counted or not. */
export class ExplainedDayView {
  @ApiProperty({ example: '2018-09-24' }) date!: string;
  @ApiProperty({ enum: ['day-zero', 'counted', 'skipped'] }) role!: ExplainedDay['role'];
  @ApiProperty({ required: false, description: '第几个工作日' }) ordinal?: number;
  @ApiProperty({ description: '决定这一天的日历层级：weekday、national、prefecture、county' }) layer!: string;
  @ApiProperty({ example: '中秋节' }) reason!: string;
}
