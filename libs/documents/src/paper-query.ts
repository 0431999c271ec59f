import { IsCodeOf } from '@hotline/http';
import { PAPER_FORMATS, type PaperFormat } from './paper-format.js';

/** Query of a route that answers a paper. */
export class PaperQuery {
  @IsCodeOf(PAPER_FORMATS, { optional: true, description: '默认 pdf' }) format?: PaperFormat;
}
