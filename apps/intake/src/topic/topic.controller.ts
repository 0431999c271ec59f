import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Roles, type Principal } from '@hotline/auth';
import { IdParam, PageQuery } from '@hotline/http';
import { TopicQuery } from './topic.dto.js';
import { TopicReading } from './topic.reading.js';
import { TopicList, TopicTicketList, TopicView } from './topic.view.js';

@ApiTags('topics')
@Controller('v1/topics')
@Roles('operator', 'dispatcher', 'supervisor', 'analyst', 'auditor', 'admin')
export class TopicController {
  constructor(@Inject(TopicReading) private readonly topics: TopicReading) {}

  @Get()
  @ApiOperation({ summary: 'List hot topics, those with the latest tickets first (Art. 21)' })
  @ApiOkResponse({ type: TopicList })
  list(@Query() query: TopicQuery): Promise<TopicList> {
    return this.topics.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Show one hot topic (Art. 21)' })
  @ApiOkResponse({ type: TopicView })
  show(@IdParam('id') id: string): Promise<TopicView> {
    return this.topics.one(id);
  }

  @Get(':id/tickets')
  @ApiOperation({ summary: 'List the tickets behind a hot topic; titles only for those who may read them (Art. 10, 21)' })
  @ApiOkResponse({ type: TopicTicketList })
  tickets(@Caller() caller: Principal, @IdParam('id') id: string, @Query() query: PageQuery): Promise<TopicTicketList> {
    return this.topics.tickets(caller, id, query);
  }
}
