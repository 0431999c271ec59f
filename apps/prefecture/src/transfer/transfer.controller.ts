import { Body, Controller, Get, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public, Roles } from '@hotline/auth';
import { answer, decodeCursor, KEEPS_RAW_BODY, page } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { SignatureGuard } from '../signature/signature.guard.js';
import { TransferBody, TransferPageView, TransferQuery, TransferReceipt } from './transfer.dto.js';
import { TransferService } from './transfer.service.js';
import { listTransfers } from './transfer.store.js';

/** Tickets that the prefecture sends down (Art. 14). */
@ApiTags('transfers')
@Controller('v1')
export class TransferController {
  constructor(
    private readonly transfers: TransferService,
    private readonly uow: UnitOfWork,
  ) {}

  @Post('inbound/transfers')
  @HttpCode(200)
  @Public()
  @UseGuards(SignatureGuard)
  @RouteConfig(KEEPS_RAW_BODY)
  @ApiOperation({ summary: 'The prefecture platform pushes a transfer, signed; answered by a receipt, the same each time (Art. 14)' })
  @ApiOkResponse({ type: TransferReceipt })
  async receive(@Body() body: TransferBody): Promise<TransferReceipt> {
    return answer(await this.transfers.receive(body, 'webhook'));
  }

  @Get('transfers')
  @Roles('dispatcher', 'supervisor', 'auditor', 'admin', 'prefecture')
  @ApiOperation({ summary: 'The ledger of transfers by the number of the prefecture, without words or persons (Art. 10, 14)' })
  @ApiOkResponse({ type: TransferPageView })
  async list(@Query() query: TransferQuery): Promise<TransferPageView> {
    const [after] = decodeCursor(query.cursor, 'text') ?? [];
    const found = await this.uow.read((tx) => listTransfers(tx, query, after, query.limit + 1));
    return page(found, query.limit, ({ number }) => [number]);
  }
}
