import { ApiProperty } from '@nestjs/swagger';
import { UNIT_KINDS, type UnitKind } from '@hotline/domain/shared';
import { IsCodeOf, IsFlag, IsPart, IsUnitCode, PageQuery, Text } from '@hotline/http';
import { ArrayMaxSize, Matches } from 'class-validator';

const FLAGS = { true: '是', false: '否' } as const;

export class LiaisonBody {
  @Text(40, { example: '张联络' })
  name!: string;

  @Matches(/^[0-9+][0-9 -]{2,24}$/)
  @ApiProperty({ type: String, pattern: '^[0-9+][0-9 -]{2,24}$', example: '0878-0000100' })
  phone!: string;
}

/** A unit as a whole; what is left out is empty afterwards. */
export class RecordUnitBody {
  @Text(60, { example: '元谋县水务局' })
  name!: string;

  @IsCodeOf(UNIT_KINDS)
  kind!: UnitKind;

  @IsFlag({ description: '停用的单位不再接收新工单' })
  active!: boolean;

  @Text(40, { description: '分管领导', example: '分管副局长' })
  leaderInCharge!: string;

  @Text(60, { description: '管理科室', example: '办公室' })
  office!: string;

  @IsPart(() => LiaisonBody, { optional: true, description: '联络员；没有在岗联络员的单位不能接收工单' })
  liaison?: LiaisonBody | null;

  @Text(40, { description: '主要负责人', example: '局长' })
  principalLeader!: string;

  @ArrayMaxSize(50)
  @Text(60, { optional: true, each: true, description: '职责事项，用群众的话写，供派单时参考，至多 50 项', example: ['自来水', '河道', '防汛'] })
  responsibilities?: string[];

  @IsUnitCode({ optional: true, description: '并入的单位；只用于已停用的单位' })
  mergedInto?: string;
}

export class UnitQuery extends PageQuery {
  @IsCodeOf(UNIT_KINDS, { optional: true })
  kind?: UnitKind;

  @IsCodeOf(FLAGS, { optional: true, description: '只看在用或停用的单位' })
  active?: keyof typeof FLAGS;

  @Text(60, { optional: true, description: '名称中的文字，现用名或曾用名' })
  name?: string;
}

export class LiaisonView {
  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, nullable: true, description: '仅对县热线管理机构和本单位显示' })
  phone!: string | null;
}

export class UnitView {
  @ApiProperty({ type: String, example: 'YM-SWJ' })
  code!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, enum: Object.keys(UNIT_KINDS) })
  kind!: UnitKind;

  @ApiProperty({ type: Boolean })
  active!: boolean;

  @ApiProperty({ type: String })
  leaderInCharge!: string;

  @ApiProperty({ type: String })
  office!: string;

  @ApiProperty({ type: LiaisonView, nullable: true })
  liaison!: LiaisonView | null;

  @ApiProperty({ type: String })
  principalLeader!: string;

  @ApiProperty({ type: String, isArray: true })
  responsibilities!: string[];

  @ApiProperty({ type: String, nullable: true, description: '并入的单位' })
  mergedInto!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ type: Number })
  version!: number;
}

export class UnitRecordView extends UnitView {
  @ApiProperty({ type: String, description: '登记人账号' })
  recordedBy!: string;
}

export class UnitDetailView extends UnitView {
  @ApiProperty({ type: UnitRecordView, isArray: true, description: '历次登记，最新在前；旧工单保留当日名称' })
  history!: UnitRecordView[];
}

export class UnitPageView {
  @ApiProperty({ type: UnitView, isArray: true })
  items!: UnitView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
