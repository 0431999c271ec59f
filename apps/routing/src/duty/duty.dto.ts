import { ApiProperty } from '@nestjs/swagger';
import { IsLocalDate, IsPart, IsUnitCode, PageQuery, Text } from '@hotline/http';
import { Matches } from 'class-validator';

export class DutyDayBody {
  @IsLocalDate({ example: '2018-10-01' })
  date!: string;

  @Text(40, { description: '值班人员', example: '李值班' })
  officer!: string;

  @Matches(/^[0-9+][0-9 -]{2,24}$/)
  @ApiProperty({ type: String, pattern: '^[0-9+][0-9 -]{2,24}$', example: '0878-0000100' })
  phone!: string;
}

/** Days of a roster; a day that is there already is replaced. */
export class DutyRosterBody {
  @IsPart(() => DutyDayBody, { each: true })
  days!: DutyDayBody[];
}

export class DutyQuery {
  @IsLocalDate({ description: '起始日期（含）' }) from!: string;
  @IsLocalDate({ description: '截止日期（含），一次至多 92 天' }) to!: string;
}

export class DutyGapQuery extends PageQuery {
  @IsLocalDate({ description: '起始日期（含）' }) from!: string;
  @IsLocalDate({ description: '截止日期（含），一次至多 92 天' }) to!: string;
  @IsUnitCode({ optional: true }) unit?: string;
}

export class DutyDayView {
  @ApiProperty({ type: String, format: 'date' }) date!: string;
  @ApiProperty({ type: String, nullable: true, description: '值班人员；空缺为 null' }) officer!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '仅对县热线管理机构和本单位显示' }) phone!: string | null;
}

export class DutyRosterView {
  @ApiProperty({ type: String, description: '单位代码；county 为县热线管理机构' }) unit!: string;
  @ApiProperty({ type: [DutyDayView] }) days!: DutyDayView[];
  @ApiProperty({ type: Number, description: '空缺的天数' }) gaps!: number;
}

export class DutyGapView {
  @ApiProperty({ type: String }) unit!: string;
  @ApiProperty({ type: String, format: 'date' }) date!: string;
}

export class DutyGapPageView {
  @ApiProperty({ type: [DutyGapView] }) items!: readonly DutyGapView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
