import { Body, Controller, Get, Header, HttpCode, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Caller, isUnitBound, type Principal, Roles } from '@hotline/auth';
import { contentTag, decodeCursor, isKnown, page } from '@hotline/http';
import type { FastifyReply } from 'fastify';
import { Answers, AnswersFile } from './scoring.answers.js';
import { ComparedQuery, CountedTicketsQuery, GroupedScoresQuery, LiveRankingQuery, ScoredRatesQuery, TableQuery, WhatIfBody } from './scoring.dto.js';
import { fileOf } from './scoring.files.js';
import { TrialSchemes } from './scoring.schemes.js';
import { askedBy, basePeriodOf, ratesOf, type Asked } from './scoring.scope.js';
import { ScoringService } from './scoring.service.js';
import { dataDictionary, ratesTable, scoresTable, type FigureTable } from './scoring.tables.js';
import { pageAfter, type AnswerHead, type Place, type SortKey } from './scoring.view.js';

const COUNTY_ROLES = ['supervisor', 'inspector', 'analyst', 'dispatcher', 'auditor', 'admin', 'prefecture'] as const;

/** Figures for analysts, from the facts as they are now: every answer says what it counts, under which scheme, and where it may be looked into (Art. 22, reading §5). */
@ApiTags('scoring')
@Controller('v1/scoring')
export class ScoringController {
  constructor(
    private readonly scoring: ScoringService,
    private readonly schemes: TrialSchemes,
  ) {}

  @Get('rates')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'Rates by unit, kind, category, channel, township and stretch of time, both terms always; a unit sees its own (Art. 22)' })
  @Answers('rates')
  async rates(@Query() query: ScoredRatesQuery, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<object | undefined> {
    const asked = askedBy(query, ownUnit(caller));
    const { head, items } = await this.scoring.rates(asked, ratesOf(query.rate));
    return unlessKnown(reply, { ...head, ...pageAfter(items, (item) => [...groupKey(asked, item), item.rate], textKey(asked, 1), query) });
  }

  @Get('tickets')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'The tickets behind numerator or denominator of a rate, or those that missed it, numbers only, in ticket order (reading §5, Art. 10)' })
  @Answers('tickets')
  async tickets(@Query() query: CountedTicketsQuery, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<object | undefined> {
    const [ticketId, dispatchNo, unit] = decodeCursor(query.cursor, 'uuid', 'number', 'text') ?? [];
    const after = ticketId !== undefined && dispatchNo !== undefined && unit !== undefined ? { ticketId, dispatchNo, unit } : undefined;
    const part = query.part ?? 'denominator';
    const { head, items } = await this.scoring.tickets(askedBy(query, ownUnit(caller)), query.rate, { part, after, limit: query.limit + 1 });
    return unlessKnown(reply, { ...head, part, ...page(items, query.limit, (ticket) => [ticket.ticketId, ticket.dispatchNo, ticket.unit]) });
  }

  @Get('scores')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'Scores by the computed items of the scheme, of any group and period; the appraised score of a period is at /periods (Art. 22)' })
  @Answers('scores')
  async scores(@Query() query: GroupedScoresQuery, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<object | undefined> {
    const asked = askedBy(query, ownUnit(caller));
    const { head, score, items } = await this.scoring.scores(asked);
    return unlessKnown(reply, { ...head, score, ...pageAfter(items, (item) => groupKey(asked, item), textKey(asked, 0), query) });
  }

  @Get('ranking')
  @Roles(...COUNTY_ROLES)
  @ApiOperation({ summary: 'Ranking of townships and of departments by score or by one rate, ties as ties, small samples apart (Art. 22)' })
  @Answers('ranking')
  async ranking(@Query() query: LiveRankingQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<object | undefined> {
    const { head, items, ...about } = await this.scoring.ranking(askedBy(query), query.by ?? 'score');
    const placed = items.map((item, index) => ({ item, index }));
    const { items: shown, next } = pageAfter(placed, ({ index }) => [index], ['number'], query);
    return unlessKnown(reply, { ...head, ...about, items: shown.map(({ item }) => item), next });
  }

  @Get('comparison')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'The rates of two periods side by side, with difference and trend; a unit sees its own (Art. 22)' })
  @Answers('comparison')
  async comparison(@Query() query: ComparedQuery, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<object | undefined> {
    const asked = askedBy(query, ownUnit(caller));
    const base = basePeriodOf(query, asked.scope.period);
    const { head, items } = await this.scoring.comparison(asked, base, ratesOf(query.rate));
    return unlessKnown(reply, { ...head, base, ...pageAfter(items, (item) => [...groupKey(asked, item), item.rate], textKey(asked, 1), query) });
  }

  @Post('what-if')
  @HttpCode(200)
  @Roles(...COUNTY_ROLES)
  @ApiOperation({ summary: 'Points and places of all units under another scheme beside those under the one in force; nothing is stored (Art. 22)' })
  @Answers('what-if')
  async whatIf(@Body() body: WhatIfBody): Promise<object> {
    const { head, ...trial } = await this.scoring.whatIf(askedBy(body), this.schemes.triedBy(body));
    return { ...head, ...trial, next: null };
  }

  @Get('schemes')
  @Roles(...COUNTY_ROLES)
  @ApiOperation({ summary: 'Every scheme that the platform ships, for what-if (Art. 22)' })
  @Answers('schemes')
  shippedSchemes(): object {
    return { items: this.schemes.shipped(), next: null };
  }

  @Get('dictionary')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'Data dictionary: columns of the tables, definitions with their articles, codes' })
  @Answers('dictionary')
  dictionary(): object {
    return dataDictionary();
  }

  @Get('export')
  @Roles(...COUNTY_ROLES)
  @Header('cache-control', 'private, no-cache')
  @ApiOperation({ summary: 'One table as CSV, xlsx or Parquet; no ticket and nobody’s identity (Art. 10, 22)' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.apache.parquet')
  @AnswersFile()
  async export(@Query() query: TableQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile | undefined> {
    const asked = askedBy(query);
    const { head, table } = await this.#table(asked, query.table);
    if (!unlessKnown(reply, { head, table, format: query.format })) return undefined;
    const { bytes, type } = await fileOf(table, head, query.format);
    const { from, to } = asked.scope.period;
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="scoring-${query.table}-${from}-${to}.${query.format}"`, length: bytes.length });
  }

  async #table(asked: Asked, name: TableQuery['table']): Promise<{ readonly head: AnswerHead; readonly table: FigureTable }> {
    if (name === 'rates') {
      const { head, items } = await this.scoring.rates(asked, ratesOf(undefined));
      return { head, table: ratesTable(head, items) };
    }
    const { head, items } = await this.scoring.scores(asked);
    return { head, table: scoresTable(name, head, items) };
  }
}

/** The answer with its entity tag, or 304 and nothing for a caller who has it already. */
function unlessKnown<T extends object>(reply: FastifyReply, answer: T): T | undefined {
  const tag = contentTag(answer);
  void reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
  if (!isKnown(reply.request.headers['if-none-match'], tag)) return answer;
  void reply.status(304);
  return undefined;
}

function ownUnit(caller: Principal): string | undefined {
  return isUnitBound(caller) ? (caller.unit ?? '') : undefined;
}

function groupKey({ groupBy }: Asked, place: Place): SortKey {
  return groupBy.map((grouping) => place[grouping === 'month' || grouping === 'quarter' || grouping === 'year' ? 'time' : grouping] ?? '');
}

function textKey({ groupBy }: Asked, further: number): 'text'[] {
  return Array.from({ length: groupBy.length + further }, () => 'text' as const);
}
