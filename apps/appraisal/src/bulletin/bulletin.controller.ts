import { Body, Controller, Get, Header, HttpCode, Param, type PipeTransform, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal, type Role, Roles } from '@hotline/auth';
import { AnswersFile, attachment, MEDIA_TYPES, paperFile } from '@hotline/documents';
import { bulletin } from '@hotline/domain';
import { isoOf, type CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, fieldProblem, page, type Page, PageQuery } from '@hotline/http';
import { BulletinFileQuery, BulletinVersionQuery, DraftBody, IssueBody } from './bulletin.dto.js';
import { bulletinPaper, monthText } from './bulletin.paper.js';
import { BulletinService, type Edition } from './bulletin.service.js';
import { bulletinWorkbook } from './bulletin.workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const EDITORS: readonly Role[] = ['analyst', 'supervisor', 'auditor', 'admin'];
const READERS = ['analyst', 'supervisor', 'dispatcher', 'operator', 'auditor', 'admin', 'prefecture', 'unit', 'leader'] as const;

const MonthOf: PipeTransform<string, bulletin.Month> = {
  transform: (text) => {
    if (!bulletin.isMonth(text)) throw fieldProblem('month', 'not-a-month', '应为月份，格式为 YYYY-MM，例如 2018-10');
    return text;
  },
};

/** Monthly bulletins (通报), Art. 21. What was issued is for everybody, drafts for those who make them. */
@ApiTags('bulletins')
@Controller('v1/bulletins')
export class BulletinController {
  constructor(private readonly bulletins: BulletinService) {}

  @Get()
  @Roles(...READERS)
  @ApiOperation({ summary: 'Bulletins, newest month first (Art. 21)' })
  async list(@Query() query: PageQuery, @Caller() caller: Principal): Promise<Page<object>> {
    const [before] = decodeCursor(query.cursor, 'text') ?? [];
    const drafts = seesDrafts(caller);
    const { items, next } = page(await this.bulletins.list(drafts, before, query.limit + 1), query.limit, ({ month }) => [month]);
    return { items: items.map(({ month, draft, issued }) => ({ month, draft: drafts && draft ? editionView(draft) : null, issued: issued.map(editionView) })), next };
  }

  @Get(':month')
  @Header('cache-control', 'no-store')
  @Roles(...READERS)
  @ApiOperation({ summary: 'The numbers of a bulletin, with its hash (Art. 21)' })
  async find(@Param('month', MonthOf) month: string, @Query() { version }: BulletinVersionQuery, @Caller() caller: Principal): Promise<object> {
    return viewOf(answer(await this.bulletins.find(month, version, seesDrafts(caller))));
  }

  @Get(':month/file')
  @Header('cache-control', 'no-store')
  @Roles(...READERS)
  @AnswersFile(...Object.values(MEDIA_TYPES), XLSX)
  @ApiOperation({ summary: 'A bulletin as PDF, Word file, web page or workbook (Art. 21)' })
  async file(@Param('month', MonthOf) month: string, @Query() { version, format = 'pdf' }: BulletinFileQuery, @Caller() caller: Principal): Promise<StreamableFile> {
    const edition = answer(await this.bulletins.find(month, version, seesDrafts(caller)));
    const name = `${edition.figures.title}-${monthText(month)}${edition.status === 'draft' ? '-草稿' : ''}`;
    if (format === 'xlsx') return attachment(await bulletinWorkbook(edition), XLSX, `${name}.xlsx`);
    return paperFile(bulletinPaper(edition), format, name);
  }

  @Post(':month/draft')
  @Roles('analyst', 'supervisor')
  @ApiOperation({ summary: 'Compute the bulletin of a month from the facts, as a draft or as the correction of an issued one (Art. 21)' })
  async draft(@Param('month', MonthOf) month: string, @Body() body: DraftBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.bulletins.draft(request, month, body.rankBy, body.reason ?? null)));
  }

  @Post(':month/issue')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  @ApiOperation({ summary: 'Issue the draft that was read, under its number and in the name of a person; it never changes again (Art. 21)' })
  async issue(@Param('month', MonthOf) month: string, @Body() body: IssueBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.bulletins.issue(request, month, body.hash, body.issuer)));
  }
}

function seesDrafts(caller: Principal): boolean {
  return caller.roles.some((role) => EDITORS.includes(role));
}

function editionView(edition: bulletin.Draft | bulletin.Issue): object {
  const { version, hash, reason, at } = edition;
  return { version, hash, reason, draftedAt: isoOf(at), ...('issuer' in edition && { number: edition.number, issuer: edition.issuer, issuedAt: isoOf(edition.issuedAt) }) };
}

function viewOf({ month, status, edition, figures, intact }: Edition): object {
  return { month, status, ...editionView(edition), intact, figures };
}
