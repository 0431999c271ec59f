import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, IdParam } from '@hotline/http';
import { AskBlockBody, BlockList, BlockQuery, BlockSummary, BlockView, DecideBlockBody, ReviewBlockBody } from './block.dto.js';
import { BlockService } from './block.service.js';

@ApiTags('blocks')
@Controller('v1/blocks')
export class BlockController {
  constructor(@Inject(BlockService) private readonly blocks: BlockService) {}

  @Post()
  @Roles('supervisor')
  @ApiOperation({ summary: 'Ask the prefecture to block a petitioner for harassment, on the evidence of tickets and recorded findings (Art. 24)' })
  @ApiCreatedResponse({ type: BlockSummary })
  async ask(@CommandRequestOf() request: CommandRequest, @Body() body: AskBlockBody): Promise<BlockSummary> {
    return answer(await this.blocks.ask(request, body));
  }

  @Get()
  @Roles('supervisor', 'operator', 'dispatcher', 'auditor', 'admin', 'prefecture')
  @ApiOperation({ summary: 'List blocks, latest asked first; none names a petitioner (Art. 10, 24)' })
  @ApiOkResponse({ type: BlockList })
  list(@Query() query: BlockQuery): Promise<BlockList> {
    return this.blocks.list(query);
  }

  @Get(':id')
  @Roles('supervisor', 'operator', 'dispatcher', 'auditor', 'admin', 'prefecture')
  @ApiOperation({ summary: 'Show one block with its reviews (Art. 24)' })
  @ApiOkResponse({ type: BlockView })
  async show(@IdParam('id') id: string): Promise<BlockView> {
    return answer(await this.blocks.show(id));
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Roles('prefecture')
  @ApiOperation({ summary: 'Approve or refuse a block; approved it starts at once and for the days asked (Art. 24)' })
  @ApiOkResponse({ type: BlockSummary })
  async decide(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @Body() body: DecideBlockBody): Promise<BlockSummary> {
    return answer(await this.blocks.decide(request, id, body.approved));
  }

  @Post(':id/reviews')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Review a running block: keep it until the next review, or lift it (Art. 24)' })
  @ApiOkResponse({ type: BlockSummary })
  async review(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @Body() body: ReviewBlockBody): Promise<BlockSummary> {
    return answer(await this.blocks.review(request, id, body));
  }
}
