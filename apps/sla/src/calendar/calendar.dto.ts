import { type CalendarLayer } from '@hotline/calendar';
import { IsCodeOf, IsInstant, IsLocalDate, IsPart, IsWholeNumber, IsWholeNumberText, PageQuery, Text } from '@hotline/http';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { LAYER_WORDS } from './deadline.dto.js';

export class CalendarDayBody {
  @IsLocalDate({ example: '2027-10-01' }) date!: string;
  @Text(60, { example: '国庆节' }) reason!: string;
}

/** A year of one layer as its notice orders it. Whether it makes sense is checked by the calendar's own rules, which name every problem. */
export class CalendarYearBody {
  @IsCodeOf(LAYER_WORDS) layer!: CalendarLayer;
  @IsWholeNumber(2001, 2099, { example: 2027 }) year!: number;
  @IsWholeNumber(1, 999, { description: '该层级该年度的第几版；须为现有版本加一' }) version!: number;
  @Text(500, { description: '依据文件：标题、文号、网址', example: '《国务院办公厅关于2027年部分节假日安排的通知》' }) source!: string;
  @Text(120, { description: '发布机关', example: '国务院办公厅' }) publishedBy!: string;
  @IsInstant({ description: '发布时间' }) publishedAt!: string;
  @IsArray() @ArrayMaxSize(200) @IsPart(() => CalendarDayBody, { each: true, optional: true, description: '放假日' }) daysOff!: CalendarDayBody[];
  @IsArray() @ArrayMaxSize(200) @IsPart(() => CalendarDayBody, { each: true, optional: true, description: '调休上班日' }) daysWorked!: CalendarDayBody[];
}

export class PreviewBody {
  @IsPart(() => CalendarYearBody) record!: CalendarYearBody;
}

export class CalendarQuery extends PageQuery {
  @IsCodeOf(LAYER_WORDS, { optional: true }) layer?: CalendarLayer;
  @IsWholeNumberText(1949, 2999, { optional: true }) year?: number;
}
