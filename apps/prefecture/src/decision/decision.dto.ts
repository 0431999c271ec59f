import { ApiProperty } from '@nestjs/swagger';
import { prefecture } from '@hotline/domain';
import { IsCodeOf, IsFlag, IsInstant, Text } from '@hotline/http';

/** What the prefecture decided on an application of the county (Art. 17(1), 17(return), 24). */
export class DecisionBody {
  @IsCodeOf(prefecture.APPLICATION_KINDS, { description: '所决定的申请' }) kind!: prefecture.ApplicationKind;
  @Text(120, { description: '申请的编号，即本县所发消息的 key', example: 'extension:0190b5a4-7a3c-7f0e-9d3f-5f2a3b4c5d6e' }) reference!: string;
  @IsFlag({ description: '是否同意' }) accepted!: boolean;
  @Text(120, { description: '州级平台的决定编号', example: 'CX-2018-0912' }) receipt!: string;
  @IsInstant({ description: '作出决定的时间' }) decidedAt!: string;
}

/** What the prefecture gets back, the same each time. */
export class DecisionReceipt {
  @ApiProperty() reference!: string;
  @ApiProperty() accepted!: boolean;
  @ApiProperty({ description: '先收到的决定编号，以此为准' }) receipt!: string;
  @ApiProperty({ type: String, format: 'date-time' }) decidedAt!: string;
}
