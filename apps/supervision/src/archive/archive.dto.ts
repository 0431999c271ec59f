import { ApiProperty } from '@nestjs/swagger';
import { IsCodeOf, IsId, IsLocalDate, IsUnitCode, PageQuery, Text } from '@hotline/http';

/** What is kept, Art. 20: of the county agency the first three, of the units the last. */
export const MATERIAL_KINDS = { 'leader-instruction': '领导批示', supervision: '督办件', bulletin: '热线通报', 'handling-original': '工单办理原始资料' } as const;
export type MaterialKind = keyof typeof MATERIAL_KINDS;

const FLAGS = { true: '是', false: '否' } as const;
const moment = { type: String, format: 'date-time', nullable: true } as const;

export class ArchiveFileQuery extends PageQuery {
  @IsId({ optional: true }) ticketId?: string;
  @IsLocalDate({ optional: true, description: '保管期限在此日期之前届满的' }) expiredBefore?: string;
  @IsCodeOf(FLAGS, { optional: true, description: '是否设置了保留' }) held?: keyof typeof FLAGS;
  @IsCodeOf(FLAGS, { optional: true, description: '是否已销毁' }) disposed?: keyof typeof FLAGS;
}

export class ArchiveFileView {
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty({ description: '最近一次派单的序号；未派单为 0' }) lastDispatch!: number;
  @ApiProperty({ description: '是否已办理完毕；重办期间为否' }) ended!: boolean;
  @ApiProperty(moment) endedAt!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '保管到这一天（含）' }) retainUntil!: string | null;
  @ApiProperty({ description: '是否设置了保留' }) held!: boolean;
  @ApiProperty(moment) disposedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '销毁证明编号' }) certificateNo!: string | null;
  @ApiProperty({ ...moment, description: '受理服务确认身份密钥和文字已销毁的时间' }) erasedAt!: string | null;
}

/** A file as it is listed. */
export class ListedFileView extends ArchiveFileView {
  @ApiProperty({ type: String, nullable: true, description: '工单编号；尚未收到登记事件时为空' }) number!: string | null;
}

export class ReasonBody {
  @Text(500, { example: '审计机关调阅，审计结束前不得销毁。' }) reason!: string;
}

export class HoldView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty() reason!: string;
  @ApiProperty() placedBy!: string;
  @ApiProperty({ format: 'date-time' }) placedAt!: string;
  @ApiProperty({ type: String, nullable: true }) liftReason!: string | null;
  @ApiProperty({ type: String, nullable: true }) liftedBy!: string | null;
  @ApiProperty(moment) liftedAt!: string | null;
}

export class MaterialBody {
  @IsCodeOf(MATERIAL_KINDS) kind!: MaterialKind;
  @IsId({ optional: true, description: '所属工单；通报等不属于单个工单的不填' }) ticketId?: string;
  @Text(120, { description: '文号或编号', example: '元水发〔2018〕9号' }) documentNo!: string;
  @Text(120, { description: '存放位置', example: '档案室3柜2层' }) location!: string;
  @IsLocalDate({ description: '开始保管的日期' }) keptFrom!: string;
}

export class MaterialQuery extends PageQuery {
  @IsId({ optional: true }) ticketId?: string;
  @IsCodeOf(MATERIAL_KINDS, { optional: true }) kind?: MaterialKind;
  @IsUnitCode({ optional: true, description: '保管单位；county 为县热线管理机构' }) keptBy?: string;
}

export class MaterialView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: Object.keys(MATERIAL_KINDS) }) kind!: MaterialKind;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) ticketId!: string | null;
  @ApiProperty({ description: '保管单位；county 为县热线管理机构' }) keptBy!: string;
  @ApiProperty() documentNo!: string;
  @ApiProperty() location!: string;
  @ApiProperty({ format: 'date' }) keptFrom!: string;
  @ApiProperty({ format: 'date', description: '保管到这一天（含）' }) retainUntil!: string;
  @ApiProperty() recordedBy!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
  @ApiProperty({ type: String, nullable: true }) certificateNo!: string | null;
}

/** Material as it is listed. */
export class ListedMaterialView extends MaterialView {
  @ApiProperty({ type: String, nullable: true, description: '所属工单的编号；不属于单个工单，或尚未收到登记事件时为空' }) number!: string | null;
}

export class ArchiveFileDetailView extends ArchiveFileView {
  @ApiProperty({ type: [HoldView] }) holds!: readonly HoldView[];
  @ApiProperty({ type: [MaterialView] }) materials!: readonly MaterialView[];
}

export const DISPOSAL_STATUSES = { proposed: '待批准', approved: '已批准销毁', rejected: '未批准' } as const;

export class DisposalQuery extends PageQuery {
  @IsCodeOf(DISPOSAL_STATUSES, { optional: true }) status?: keyof typeof DISPOSAL_STATUSES;
}
