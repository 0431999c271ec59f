import { ApiProperty } from '@nestjs/swagger';
import { clock as clocks } from '@hotline/domain';
import { CLOCK_KINDS, VERDICTS, codesOf, isoOf, type ClockKind, type Verdict, type WorkingCalendar } from '@hotline/domain/shared';
import { ExplainedDayView } from '../calendar/explained-day.view.js';
import { isoOrNull, type StoredClock } from './clock.row.js';

export class StatutoryTermsView {
  @ApiProperty({ description: '法律、法规依据' }) legalBasis!: string;
  @ApiProperty() amount!: number;
  @ApiProperty({ description: 'working-days、calendar-days 或 hours' }) unit!: string;
  @ApiProperty({ description: '批准人' }) approver!: string;
}

export class LimitPartView {
  @ApiProperty({ description: 'policy、statutory、before-resolve、ordered、extension、return-review-credit 或 extension-review-credit' }) source!: string;
  @ApiProperty() workingDays!: number;
  @ApiProperty({ required: false, description: '同意延期的工作日数；超过工单现类别上限而未全部计入时给出' }) granted?: number;
  @ApiProperty({ required: false, description: '依据的延期申请、退回单位或法定时限' }) ref?: string;
  @ApiProperty({ type: StatutoryTermsView, required: false, description: '法定时限（第十七条第（三）项）' }) statutory?: StatutoryTermsView;
}

/** A deadline taken apart (reading §2.7). */
export class ClockExplanationView {
  @ApiProperty({ description: '可以念出来的一句话' }) sentence!: string;
  @ApiProperty() rule!: string;
  @ApiProperty() article!: string;
  @ApiProperty() startEvent!: string;
  @ApiProperty({ example: '8个工作日（规定5个工作日，同意延期3个工作日）' }) limit!: string;
  @ApiProperty({ type: [LimitPartView] }) limitParts!: LimitPartView[];
  @ApiProperty({ type: [ExplainedDayView] }) counted!: ExplainedDayView[];
  @ApiProperty({ type: [ExplainedDayView] }) skipped!: ExplainedDayView[];
  @ApiProperty({ description: '工作日历版本' }) calendar!: string;
  @ApiProperty({ description: '政策包版本' }) policy!: string;
}

/** One clock as the lists show it. */
export class ClockView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty({ nullable: true, type: String, description: '工单编号；尚未收到登记事件时为空', example: 'YM20181103-000123' }) number!: string | null;
  @ApiProperty({ enum: codesOf(CLOCK_KINDS) }) kind!: ClockKind;
  @ApiProperty({ description: '责任方：单位编码、county 或 prefecture' }) unit!: string;
  @ApiProperty({ description: '第几次派单；0 表示不属于任何一次派单' }) dispatchNo!: number;
  @ApiProperty({ description: '第几轮办理' }) round!: number;
  @ApiProperty({ format: 'date-time' }) startedAt!: string;
  @ApiProperty({ format: 'date', description: '截止日期（北京时间），当日24时前' }) dueOn!: string;
  @ApiProperty({ format: 'date-time', description: '截止时刻（不含）' }) dueAt!: string;
  @ApiProperty({ description: '期限为暂定' }) provisional!: boolean;
  @ApiProperty({ format: 'date', nullable: true, type: String, description: '州级要求办结日期；仅办理反馈时限有' }) prefectureDueOn!: string | null;
  @ApiProperty({ description: '州级要求办结日期早于本时限的截止日期' }) earlier!: boolean;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) stoppedAt!: string | null;
  @ApiProperty({ enum: codesOf(VERDICTS) }) verdict!: Verdict;
  @ApiProperty({ description: '延期申请尚未决定，到期后暂不判定' }) verdictWaits!: boolean;
  @ApiProperty({ nullable: true, type: Number }) workingDaysUsed!: number | null;
  @ApiProperty({ nullable: true, type: Number }) workingDaysLate!: number | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: '已错过的截止时刻' }) overdueAt!: string | null;
  @ApiProperty({ isArray: true, type: String, description: '已发出的预警：half、prefecture-date、last-day' }) warned!: readonly string[];
  @ApiProperty({ nullable: true, type: String, description: '截止日期最近一次变动的原因' }) movedBy!: string | null;
  @ApiProperty({ example: 'Art. 17(1)' }) article!: string;
  @ApiProperty() policy!: string;
  @ApiProperty() calendar!: string;
  @ApiProperty() version!: number;
}

/** One clock with its deadline explained. */
export class ExplainedClockView extends ClockView {
  @ApiProperty({ type: ClockExplanationView }) explanation!: ClockExplanationView;
}

export class ClockPageView {
  @ApiProperty({ type: [ClockView] }) items!: readonly ClockView[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

export class ExplainedClockPageView {
  @ApiProperty({ type: [ExplainedClockView] }) items!: readonly ExplainedClockView[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

/** `number` of its ticket. */
export function clockView({ id, ticketId, clock }: StoredClock, number: string | null): ClockView {
  const { kind, unit, dispatchNo, round, dueOn, provisional, prefectureDueOn, verdict, verdictWaits, workingDaysUsed, workingDaysLate, warned, movedBy, article, policy, calendar, version } = clock;
  return {
    id,
    ticketId,
    number,
    kind,
    unit,
    dispatchNo,
    round,
    startedAt: isoOf(clock.startedAt),
    dueOn,
    dueAt: isoOf(clock.dueAt),
    provisional,
    prefectureDueOn,
    earlier: clocks.prefectureComesFirst(clock),
    stoppedAt: isoOrNull(clock.stoppedAt),
    verdict,
    verdictWaits,
    workingDaysUsed,
    workingDaysLate,
    overdueAt: isoOrNull(clock.overdueAt),
    warned,
    movedBy,
    article,
    policy,
    calendar,
    version,
  };
}

/** `calendar` is the one with which the deadline was computed. */
export function explainedClockView(stored: StoredClock, calendar: WorkingCalendar, number: string | null): ExplainedClockView {
  const { sentence, rule, article, startEvent, limit, limitParts, counted, skipped, calendar: version, policy } = clocks.explainClock(stored.clock, calendar);
  const explanation = { sentence, rule, article, startEvent, limit, limitParts: [...limitParts], counted: [...counted], skipped: [...skipped], calendar: version, policy };
  return { ...clockView(stored, number), explanation };
}
