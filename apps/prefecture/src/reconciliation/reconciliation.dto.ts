import { ApiProperty } from '@nestjs/swagger';
import { prefecture } from '@hotline/domain';
import { codesOf } from '@hotline/domain/shared';
import { IsLocalDate, PageQuery } from '@hotline/http';

export const REPORT_STATUSES = { running: '正在对账', done: '已完成', failed: '未完成' } as const;

/** Why a report could not be made. */
export const REPORT_FAULTS = {
  'peer-list-unavailable': '州级平台的清单无法取得',
  'peer-list-unreadable': '州级平台的清单中有无法读取的内容',
  'peer-list-endless': '州级平台的清单没有尽头',
  'comparison-failed': '清单已取得，本县未能完成比对',
} as const;
export type ReportFault = keyof typeof REPORT_FAULTS;

export class ReconcileBody {
  @IsLocalDate({ description: '对账到哪一天为止（含）' }) day!: string;
}

export class ReportQuery extends PageQuery {}

export class DifferenceView {
  @ApiProperty({ enum: codesOf(prefecture.DIFFERENCE_KINDS) }) kind!: prefecture.DifferenceKind;
  @ApiProperty({ description: '差异类别（中文）' }) kindText!: string;
  @ApiProperty({ type: String, nullable: true, description: '州级平台的工单编号' }) number!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '本县的工单编号' }) ticketNumber!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '申请的编号' }) reference!: string | null;
  @ApiProperty({ description: '本县' }) ours!: string;
  @ApiProperty({ description: '州级' }) theirs!: string;
}

/** One day's report: transfers from `from` up to and including `day`. */
export class ReportView {
  @ApiProperty({ type: String, format: 'date' }) day!: string;
  @ApiProperty({ type: String, format: 'date' }) from!: string;
  @ApiProperty({ enum: codesOf(REPORT_STATUSES) }) status!: keyof typeof REPORT_STATUSES;
  @ApiProperty({ type: 'integer', description: '本县的转办件数' }) here!: number;
  @ApiProperty({ type: 'integer', description: '州级的转办件数' }) there!: number;
  @ApiProperty({ type: 'integer' }) differences!: number;
  @ApiProperty({ enum: codesOf(REPORT_FAULTS), nullable: true, description: '未完成的原因代码' }) fault!: ReportFault | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: string | null;
}

export class ReportPageView {
  @ApiProperty({ type: [ReportView] }) items!: readonly ReportView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class DifferencePageView {
  @ApiProperty({ type: [DifferenceView] }) items!: readonly DifferenceView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
