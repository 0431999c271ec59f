import { CALENDAR_LAYERS, type CalendarLayer } from '@hotline/calendar';
import { ApiProperty } from '@nestjs/swagger';
import { IsCodeOf, IsInstant, IsWholeNumberText } from '@hotline/http';
import { Transform } from 'class-transformer';
import { ExplainedDayView } from './explained-day.view.js';

/** Published layers by the names people know. */
export const LAYER_WORDS = { national: '国家', prefecture: '州', county: '县' } as const satisfies Record<CalendarLayer, string>;

/** What to count. */
export class DeadlineQuery {
  /** The plus sign of an offset that nobody encoded arrives as a space. */
  @Transform(({ value }) => (typeof value === 'string' ? value.replace(/ (?=\d{2}:\d{2}$)/, '+') : (value as unknown)))
  @IsInstant({ description: '起算事件的时间；当日不计', example: '2018-09-21T09:30:00+08:00' })
  start!: string;

  @IsWholeNumberText(0, 2_000, { description: '工作日数', example: 5 })
  workingDays!: number;

  @Transform(({ value }) => (typeof value === 'string' ? value.split(',') : (value as unknown)))
  @IsCodeOf(LAYER_WORDS, { each: true, optional: true, description: `以逗号分隔的日历层级，默认全部：${CALENDAR_LAYERS.join(',')}` })
  layers?: CalendarLayer[];
}

export class DeadlineExplanationView {
  @ApiProperty({ description: '可以念出来的一句话' }) sentence!: string;
  @ApiProperty({ type: [ExplainedDayView] }) counted!: ExplainedDayView[];
  @ApiProperty({ type: [ExplainedDayView] }) skipped!: ExplainedDayView[];
  @ApiProperty({ description: '所依据的工作日历版本' }) calendar!: string;
}

export class DeadlineView {
  @ApiProperty({ description: '截止日期（北京时间），当日24时前', example: '2018-09-29' }) dueOn!: string;
  @ApiProperty({ description: '截止时刻（不含）', example: '2018-09-29T16:00:00.000Z' }) dueAt!: string;
  @ApiProperty({ description: '所涉年度的放假安排尚未公布，期限为暂定' }) provisional!: boolean;
  @ApiProperty({ type: DeadlineExplanationView }) explanation!: DeadlineExplanationView;
}
