import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, codesOf, type Category } from '@hotline/domain/shared';
import { TICKET_STATUSES, type TicketStatus } from '../ticket/ticket.view.js';

const moment = { type: String, format: 'date-time' } as const;
const optionalText = { type: String, nullable: true } as const;

/** A hot topic (Art. 21). */
export class TopicView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ description: '多件工单共有的词，不含姓名、号码和乡镇以下地名', example: '搅拌站、噪音、扰民' }) label!: string;
  @ApiProperty(optionalText) subject!: string | null;
  @ApiProperty({ ...optionalText, description: '全部工单同在一个乡镇时为其代码' }) townCode!: string | null;
  @ApiProperty({ type: 'integer', description: '工单件数' }) tickets!: number;
  @ApiProperty(moment) firstReceivedAt!: string;
  @ApiProperty(moment) lastReceivedAt!: string;
  @ApiProperty({ ...moment, description: '首次发现的时间' }) foundAt!: string;
}

export class TopicList {
  @ApiProperty({ type: [TopicView] }) items!: readonly TopicView[];
  @ApiProperty(optionalText) next!: string | null;
}

export class TopicTicketView {
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ enum: codesOf(TICKET_STATUSES) }) status!: TicketStatus;
  @ApiProperty({ enum: codesOf(CATEGORIES) }) category!: Category;
  @ApiProperty(optionalText) townCode!: string | null;
  @ApiProperty(moment) receivedAt!: string;
  @ApiProperty({ ...optionalText, description: '无权阅读者为空' }) title!: string | null;
}

export class TopicTicketList {
  @ApiProperty({ type: [TopicTicketView] }) items!: readonly TopicTicketView[];
  @ApiProperty(optionalText) next!: string | null;
}
