import { ApiProperty } from '@nestjs/swagger';
import { IsFlag, IsLocalDate, IsUnitCode, PageQuery, Text } from '@hotline/http';

const text = { type: String };
const textOrNull = { type: String, nullable: true } as const;
const day = { type: String, format: 'date' };

export class GrantAuthorisationBody {
  @Text(120, { description: '被授权副职的登录账号，即其访问令牌中的 sub，不是姓名；审批时须由该账号登录', example: 'deputy-YM-SWJ' })
  deputy!: string;

  @Text(120, { description: '授权文号', example: '元水发〔2018〕9号' })
  documentNumber!: string;

  @IsLocalDate({ description: '授权起始日（含）' })
  from!: string;

  @IsLocalDate({ description: '授权截止日（含）' })
  to!: string;
}

export class RevokeAuthorisationBody {
  @IsFlag({ optional: true, description: '该副职已任主要负责人，其账号此后以主要负责人身份审批' })
  appointed?: boolean;
}

export class AuthorisationQuery extends PageQuery {
  @IsUnitCode({ optional: true })
  unit?: string;
}

export class AuthorisationView {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty(text) unit!: string;
  @ApiProperty({ ...text, description: '被授权副职的登录账号', example: 'deputy-YM-SWJ' }) deputy!: string;
  @ApiProperty(text) documentNumber!: string;
  @ApiProperty(day) from!: string;
  @ApiProperty(day) to!: string;
  @ApiProperty({ ...text, description: '授权人的登录账号' }) grantedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) grantedAt!: string;
  @ApiProperty({ ...textOrNull, description: '撤销人的登录账号' }) revokedBy!: string | null;
  @ApiProperty({ ...textOrNull, format: 'date-time' }) revokedAt!: string | null;
  @ApiProperty({ type: Boolean }) appointed!: boolean;
}

export class AuthorisationPageView {
  @ApiProperty({ type: AuthorisationView, isArray: true }) items!: AuthorisationView[];
  @ApiProperty(textOrNull) next!: string | null;
}
