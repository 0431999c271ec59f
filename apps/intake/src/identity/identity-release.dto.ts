import { ApiProperty } from '@nestjs/swagger';
import { codesOf } from '@hotline/domain/shared';
import { IsUnitCode, PageQuery, Text } from '@hotline/http';

/** What lets a handling unit see the petitioner of a report, or one who asked not to be named (Art. 10). */
export const RELEASE_KINDS = { consent: '诉求人同意', approval: '县级热线管理机构书面批准' } as const;
export type ReleaseKind = keyof typeof RELEASE_KINDS;

/** The petitioner agreed that the handling unit learns who they are. */
export class ConsentBody {
  @Text(500, { description: '征得同意的方式和情况，请勿填写个人信息', example: '11 月 3 日电话征得同意，通话录音编号 R-1' }) reason!: string;
}

/** The county approves in writing that one unit learns who the petitioner is. */
export class ApprovalBody {
  @IsUnitCode({ description: '获准查看的承办单位' }) unit!: string;
  @Text(500, { description: '批准理由，请勿填写个人信息', example: '须与举报人当面核实，县政府分管领导书面同意' }) reason!: string;
}

const optionalText = { type: String, nullable: true } as const;

/** A release without its reason: what a command answers and an Idempotency-Key may repeat. */
export class GivenRelease {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: codesOf(RELEASE_KINDS) }) kind!: ReleaseKind;
  @ApiProperty({ ...optionalText, description: '获准的单位；诉求人同意的为当前主办单位，此处为空' }) unit!: string | null;
  @ApiProperty() givenBy!: string;
  @ApiProperty({ type: String, format: 'date-time' }) givenAt!: string;
  @ApiProperty(optionalText) withdrawnBy!: string | null;
  @ApiProperty({ ...optionalText, format: 'date-time' }) withdrawnAt!: string | null;
}

export class IdentityRelease extends GivenRelease {
  @ApiProperty() reason!: string;
}

export class IdentityReleaseQuery extends PageQuery {}

export class IdentityReleaseList {
  @ApiProperty({ type: [IdentityRelease] }) items!: readonly IdentityRelease[];
  @ApiProperty(optionalText) next!: string | null;
}
