import { ApiProperty } from '@nestjs/swagger';
import { PageQuery, Text } from '@hotline/http';

/** Why somebody must know who the petitioner is. */
export class IdentityViewBody {
  @Text(200, { description: '查看目的，记入审计；请勿填写个人信息', example: '电话联系诉求人核实情况' }) purpose!: string;
}

const optionalText = { type: String, nullable: true } as const;

/** The identity in clear, to be shown and not kept (Art. 10). */
export class PetitionerView {
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty(optionalText) name!: string | null;
  @ApiProperty(optionalText) contact!: string | null;
  @ApiProperty(optionalText) idNumber!: string | null;
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
