import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, type Category, PETITIONER_KINDS, type PetitionerKind } from '@hotline/domain/shared';
import { IsCodeOf, IsFlag, IsInstant, IsLocalDate, IsPart, PageQuery, Text } from '@hotline/http';

/** Who the petitioner is; goes on to intake's vault at once and is kept nowhere here (Art. 10). */
export class TransferredPetitioner {
  @Text(60, { optional: true, example: '张某某' }) name?: string;
  @Text(120, { optional: true, description: '电话或其他联系方式', example: '0878-8210000' }) contact?: string;
  @Text(40, { optional: true, description: '身份证件号码' }) idNumber?: string;
  @IsFlag({ optional: true, description: '要求对承办单位保密' }) secret?: boolean;
}

/** A ticket that the prefecture sends down (Art. 14). Whether words are too long for a ticket is intake's to say. */
export class TransferBody {
  @Text(120, { description: '州级平台的工单编号', example: '楚州12345-2018-004417' }) number!: string;
  @IsInstant({ description: '转办时间，县级转办时限由此起算' }) transferredAt!: string;
  @IsCodeOf(PETITIONER_KINDS, { optional: true, description: '诉求人类别，不填为群众' }) petitionerKind?: PetitionerKind;
  @IsCodeOf(CATEGORIES) category!: Category;
  @Text(120, { optional: true, description: '事项分类' }) subject?: string;
  @Text(20, { optional: true, description: '所在乡镇的行政区划代码' }) townCode?: string;
  @Text(200, { optional: true, description: '事发地点' }) place?: string;
  @Text(1_000, { example: '龙川街路灯不亮' }) title!: string;
  @Text(100_000, { example: '龙川街北段的路灯已有一周不亮。' }) text!: string;
  @IsLocalDate({ optional: true, description: '州级要求办结的日期' }) dueOn?: string;
  @IsPart(() => TransferredPetitioner, { optional: true }) petitioner?: TransferredPetitioner;
}

/** What the prefecture gets back, the same each time. */
export class TransferReceipt {
  @ApiProperty({ description: '州级平台的工单编号' }) number!: string;
  @ApiProperty({ description: '本县的工单编号，即回执', example: 'YM20181103-000123' }) ticketNumber!: string;
  @ApiProperty({ type: String, format: 'date-time', description: '本县收到的时间' }) receivedAt!: string;
}

export const TRANSFER_STATUSES = { arriving: '正在登记', registered: '已登记', refused: '未予登记' } as const;

export class TransferQuery extends PageQuery {
  @IsCodeOf(TRANSFER_STATUSES, { optional: true }) status?: keyof typeof TRANSFER_STATUSES;
  @Text(120, { optional: true, description: '州级平台的工单编号' }) number?: string;
}

/** A line of the ledger of transfers. */
export class TransferView {
  @ApiProperty() number!: string;
  @ApiProperty({ enum: Object.keys(TRANSFER_STATUSES) }) status!: keyof typeof TRANSFER_STATUSES;
  @ApiProperty({ enum: ['webhook', 'xlsx', 'desk'], description: '收到的途径；desk 为受理时人工登记' }) way!: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) ticketId!: string | null;
  @ApiProperty({ type: String, nullable: true }) ticketNumber!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '未予登记的原因代码' }) cause!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) transferredAt!: string;
  @ApiProperty({ type: String, format: 'date-time' }) arrivedAt!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) registeredAt!: string | null;
}

export class TransferPageView {
  @ApiProperty({ type: [TransferView] }) items!: readonly TransferView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
