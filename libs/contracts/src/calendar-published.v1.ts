import { Type } from 'class-transformer';
import { IsArray, IsIn, IsString, Length, ValidateNested } from 'class-validator';
import { contract } from './contract.js';
import { Code, Count, InstantText, OptionalCount, OptionalFlag } from './field-rules.js';

export class CalendarDayV1 {
  /** Local date, `YYYY-MM-DD`. */
  @Code() date!: string;
  @IsString() @Length(1, 60) reason!: string;
}

export class CalendarPublishedV1 {
  @IsIn(['national', 'prefecture', 'county']) layer!: 'national' | 'prefecture' | 'county';
  @Count() year!: number;
  @Count() version!: number;
  @IsString() @Length(1, 500) source!: string;
  @IsString() @Length(1, 120) publishedBy!: string;
  @InstantText() publishedAt!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CalendarDayV1) daysOff!: CalendarDayV1[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => CalendarDayV1) daysWorked!: CalendarDayV1[];
  /** Deadlines that were told may move earlier; absent means no (reading §2.6). */
  @OptionalFlag() allowEarlier?: boolean;
  /** Counts the publications of the county from 1: in this order they lead deadlines on; absent from events of older versions, which come before all others. */
  @OptionalCount() revision?: number;
}

export const calendarPublishedV1 = contract('calendar.published.v1', CalendarPublishedV1, {
  producer: 'sla',
  promise: 'A year of a calendar layer was published or revised by a named person; the whole record travels (reading §2.4).',
  subject: '{layer}-{year}',
  example: {
    layer: 'prefecture', year: 2018, version: 1, source: '楚雄州人民政府办公室关于2018年部分节假日安排的通知', publishedBy: '楚雄州人民政府办公室', publishedAt: '2017-12-20T00:00:00.000Z',
    daysOff: [{ date: '2018-08-06', reason: '火把节' }], daysWorked: [], allowEarlier: false, revision: 3,
  },
});
