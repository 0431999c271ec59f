import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { AnyRole } from '@hotline/auth';
import { isoOrNull } from '../clock/clock.row.js';
import { HorizonWatch } from './horizon-watch.js';

export class HorizonView {
  @ApiProperty({ description: 'national 或 prefecture' }) layer!: string;
  @ApiProperty({ description: '已连续公布到的最后年度' }) lastYear!: number;
  @ApiProperty({ format: 'date' }) lastDay!: string;
  @ApiProperty({ description: '距最后公布日的日数；已过为 0' }) daysLeft!: number;
  @ApiProperty({ description: '已到告警的时候，应尽快发布下一年度' }) near!: boolean;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: '告警时间' }) noticedAt!: string | null;
}

export class HorizonPageView {
  @ApiProperty({ type: [HorizonView] }) items!: HorizonView[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

/** How far the calendar is published (reading §2.5). */
@ApiTags('calendars')
@Controller('v1/calendar-horizon')
@AnyRole()
export class HorizonController {
  constructor(private readonly watch: HorizonWatch) {}

  @Get()
  @ApiOperation({ summary: 'How far each yearly layer of the calendar is published; deadlines beyond are provisional (reading §2.5)' })
  @ApiOkResponse({ type: HorizonPageView })
  async horizons(): Promise<HorizonPageView> {
    const items = (await this.watch.horizons()).map((horizon) => ({ ...horizon, noticedAt: isoOrNull(horizon.noticedAt) }));
    return { items, next: null };
  }
}
