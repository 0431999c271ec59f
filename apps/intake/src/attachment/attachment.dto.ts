import { ApiProperty } from '@nestjs/swagger';

/** A stored file without its name: what a command answers and an Idempotency-Key may repeat. */
export class StoredAttachment {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'image/jpeg', description: '按文件内容判定的类型' }) mediaType!: string;
  @ApiProperty({ type: 'integer', description: '字节数' }) size!: number;
  @ApiProperty({ description: 'SHA-256（十六进制）' }) sha256!: string;
  @ApiProperty({ type: String, format: 'date-time' }) addedAt!: string;
}

export class AttachmentView extends StoredAttachment {
  @ApiProperty({ type: String, nullable: true, description: '文件名；无权阅读诉求内容者为空' }) name!: string | null;
  @ApiProperty() addedBy!: string;
}

export class AttachmentList {
  @ApiProperty({ type: [AttachmentView] }) items!: readonly AttachmentView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
