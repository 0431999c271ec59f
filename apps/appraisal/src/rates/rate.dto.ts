import { rate } from '@hotline/domain';
import { IsCodeOf, IsLocalDate, IsUnitCode, PageQuery } from '@hotline/http';

export class RateQuery extends PageQuery {
  @IsLocalDate({ description: '期间首日' }) from!: string;
  @IsLocalDate({ description: '期间末日（含）' }) to!: string;
  @IsCodeOf({ unit: '按单位' }, { optional: true }) groupBy?: string;
  @IsUnitCode({ optional: true, description: '只看这个单位' }) unit?: string;
}

export class BehindQuery extends PageQuery {
  @IsLocalDate({ description: '期间首日' }) from!: string;
  @IsLocalDate({ description: '期间末日（含）' }) to!: string;
  @IsUnitCode({ optional: true }) unit?: string;
  @IsCodeOf({ numerator: '分子', denominator: '分母' }, { optional: true, description: '默认 denominator' }) part?: 'numerator' | 'denominator';
}

export class RateParam {
  @IsCodeOf(rate.RATE_KINDS) rate!: rate.RateKind;
}
