import { ApiProperty } from '@nestjs/swagger';
import { prefecture } from '@hotline/domain';
import { codesOf } from '@hotline/domain/shared';
import { IsCodeOf, IsId, PageQuery, Text } from '@hotline/http';

export class MessageQuery extends PageQuery {
  @IsCodeOf(prefecture.DELIVERY_STATUSES, { optional: true }) status?: prefecture.DeliveryStatus;
  @IsCodeOf(prefecture.MESSAGE_KINDS, { optional: true }) kind?: prefecture.MessageKind;
  @IsId({ optional: true, description: '工单标识' }) ticketId?: string;
}

export class ClosingBody {
  @Text(500, { description: '人工了结的理由，例如已电话告知州级' }) reason!: string;
}

const moment = { type: String, format: 'date-time' } as const;
const optionalMoment = { ...moment, nullable: true } as const;
const optionalText = { type: String, nullable: true } as const;

/** A line of the ledger of what goes to the prefecture: codes and moments, nobody's words (Art. 10). */
export class MessageView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ description: '消息编号，两边一致' }) key!: string;
  @ApiProperty({ enum: codesOf(prefecture.MESSAGE_KINDS) }) kind!: prefecture.MessageKind;
  @ApiProperty({ ...optionalText, format: 'uuid' }) ticketId!: string | null;
  @ApiProperty(optionalText) ticketNumber!: string | null;
  @ApiProperty(optionalText) prefectureNumber!: string | null;
  @ApiProperty({ enum: codesOf(prefecture.DELIVERY_STATUSES) }) status!: prefecture.DeliveryStatus;
  @ApiProperty({ type: 'integer', description: '已发送次数' }) attempts!: number;
  @ApiProperty(moment) happenedAt!: string;
  @ApiProperty({ ...optionalMoment, description: '下次发送时间；已了结或待人工处理的为空' }) nextAttemptAt!: string | null;
  @ApiProperty({ ...optionalText, description: '州级回执号' }) receipt!: string | null;
  @ApiProperty({ ...optionalText, description: '最近一次未成功的原因代码' }) fault!: string | null;
  @ApiProperty(optionalMoment) settledAt!: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: '州级对申请的决定' }) accepted!: boolean | null;
  @ApiProperty({ ...optionalText, description: '州级的决定编号' }) verdictReceipt!: string | null;
  @ApiProperty(optionalText) closedBy!: string | null;
  @ApiProperty(optionalText) closingReason!: string | null;
}

export class MessagePageView {
  @ApiProperty({ type: [MessageView] }) items!: readonly MessageView[];
  @ApiProperty(optionalText) next!: string | null;
}
