import { ApiProperty } from '@nestjs/swagger';

export class Waiting {
  @ApiProperty({ type: 'integer' }) count!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '其中最早的一件' }) oldest!: string | null;
}

/** What waits at the desk. */
export class DeskCounts {
  @ApiProperty({ type: Waiting, description: '已登记、尚未受理或不予受理（GET /tickets?status=registered）' }) screening!: Waiting;
  @ApiProperty({ type: Waiting, description: '已受理、没有承办单位，不含并入主工单的（GET /tickets?status=accepted）' }) dispatch!: Waiting;
  @ApiProperty({ type: Waiting, description: '紧急报告尚未确认（GET /escalations）' }) escalations!: Waiting;
  @ApiProperty({ type: Waiting, description: '关联工单的事项已答复或办结、尚未告知其诉求人（GET /tickets?toTell=true）' }) telling!: Waiting;
}
