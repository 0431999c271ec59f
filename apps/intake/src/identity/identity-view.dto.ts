import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCodeOf, PageQuery, Text } from '@hotline/http';

/** Why an identity is looked at, in the codes that travel; the words of `purpose` stay in the audit. */
export const VIEW_PURPOSES = { contact: '联系诉求人', verify: '核实情况', visit: '回访', service: '送达答复', other: '其他' } as const;
export type ViewPurpose = keyof typeof VIEW_PURPOSES;

/** Why somebody must know who the petitioner is. */
export class IdentityViewBody {
  @Text(200, { description: '查看目的，记入审计；请勿填写个人信息', example: '电话联系诉求人核实情况' }) purpose!: string;
  @IsCodeOf(VIEW_PURPOSES, { optional: true, description: '目的类别；不填为 contact' }) purposeCode?: ViewPurpose;
}

const optionalText = { type: String, nullable: true } as const;

/** The identity in clear, to be shown and not kept (Art. 10). */
export class PetitionerView {
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty(optionalText) name!: string | null;
  @ApiProperty(optionalText) contact!: string | null;
  @ApiProperty(optionalText) idNumber!: string | null;
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' }, description: '渠道带来的号码、地址、账号' }) particulars?: Readonly<Record<string, string>>;
}

export class IdentityViewQuery extends PageQuery {}

/** One look at an identity, or one that was refused. */
export class IdentityViewRecord {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: String, format: 'date-time' }) at!: string;
  @ApiProperty({ description: '查看人' }) subject!: string;
  @ApiProperty({ type: [String] }) roles!: readonly string[];
  @ApiProperty(optionalText) unit!: string | null;
  @ApiProperty() purpose!: string;
  @ApiProperty({ description: '是否准许查看' }) allowed!: boolean;
}

export class IdentityViewList {
  @ApiProperty({ type: [IdentityViewRecord] }) items!: readonly IdentityViewRecord[];
  @ApiProperty(optionalText) next!: string | null;
}
