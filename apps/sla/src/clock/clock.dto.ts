import { CLOCK_KINDS, VERDICTS, type ClockKind, type Verdict } from '@hotline/domain/shared';
import { IsCodeOf, IsFlag, IsId, IsLocalDate, IsUnitCode, PageQuery } from '@hotline/http';
import { Transform } from 'class-transformer';

/** `true` and `false` in a query string. */
const FlagText = (): PropertyDecorator => Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)));

export class ClockQuery extends PageQuery {
  @IsCodeOf(VERDICTS, { optional: true, description: '判定，默认 running' }) verdict: Verdict = 'running';
  @IsUnitCode({ optional: true, description: '责任单位；县级为 county，州级为 prefecture' }) unit?: string;
  @IsCodeOf(CLOCK_KINDS, { optional: true }) kind?: ClockKind;
  @IsId({ optional: true }) ticketId?: string;
  @FlagText() @IsFlag({ optional: true, description: '是否已超过截止时刻' }) overdue?: boolean;
  @FlagText() @IsFlag({ optional: true, description: '期限是否为暂定' }) provisional?: boolean;
  @IsLocalDate({ optional: true, description: '截止日期不早于' }) dueFrom?: string;
  @IsLocalDate({ optional: true, description: '截止日期不晚于' }) dueTo?: string;
}
