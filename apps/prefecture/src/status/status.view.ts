import { ApiProperty } from '@nestjs/swagger';

export const PEER_STATES = { connected: '已接入', paused: '州级平台无应答，暂停发送', 'no-peer-configured': '未接入州级平台，消息在台账中等待' } as const;

/** How it stands between county and prefecture. */
export class StatusView {
  @ApiProperty({ enum: Object.keys(PEER_STATES) }) peer!: keyof typeof PEER_STATES;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '暂停到何时（应答本次查询的进程）' }) pausedUntil!: string | null;
  @ApiProperty({ type: 'integer' }) waiting!: number;
  @ApiProperty({ type: 'integer' }) sent!: number;
  @ApiProperty({ type: 'integer', description: '州级拒收，待人工处理' }) refused!: number;
  @ApiProperty({ type: 'integer', description: '多次未送达，待人工处理' }) givenUp!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) oldestOpenSince!: string | null;
}
