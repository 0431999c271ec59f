import { type PaperFormat, PAPER_FORMATS } from '@hotline/documents';
import { rate } from '@hotline/domain';
import { IsCodeOf, IsWholeNumberText, Text } from '@hotline/http';
import { Matches } from 'class-validator';

export class DraftBody {
  @IsCodeOf(rate.RATE_KINDS, { optional: true, description: '单位排名依据的比率；不填按当月考核得分（已公示的），尚未公示则按满意率（第七条）' }) rankBy?: rate.RateKind;
  @Text(500, { optional: true, description: '更正已印发通报的理由' }) reason?: string;
}

export class IssueBody {
  @Text(64, { description: '所核对的草稿的 hash' })
  @Matches(/^[0-9a-f]{64}$/, { message: '应为草稿的 hash：64 位十六进制字符' })
  hash!: string;
  @Text(40, { description: '签发人姓名', example: '王主任' }) issuer!: string;
}

export class BulletinVersionQuery {
  @IsWholeNumberText(1, 1_000, { optional: true, description: '版本；默认最新' }) version?: number;
}

export const BULLETIN_FORMATS = { ...PAPER_FORMATS, xlsx: 'Excel 工作簿' } as const;
export type BulletinFormat = PaperFormat | 'xlsx';

export class BulletinFileQuery extends BulletinVersionQuery {
  @IsCodeOf(BULLETIN_FORMATS, { optional: true, description: '默认 pdf' }) format?: BulletinFormat;
}
