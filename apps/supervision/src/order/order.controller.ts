import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, isUnitBound, type Principal, Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, IdParam, page, type Page } from '@hotline/http';
import { TicketNumbers } from '../ticket/ticket-numbers.js';
import { IssueOrderBody, JudgementBody, LiftingBody, OrderQuery, ReminderBody, ReportBody } from './order.dto.js';
import { OrderService } from './order.service.js';
import { orderView } from './order.view.js';
import { ListedOrders } from './listed-orders.js';

/** Supervision orders (督办单), Art. 15(3). */
@ApiTags('orders')
@Controller('v1')
export class OrderController {
  constructor(
    private readonly orders: OrderService,
    private readonly listed: ListedOrders,
    private readonly numbers: TicketNumbers,
  ) {}

  @Get('orders')
  @Roles('supervisor', 'dispatcher', 'auditor', 'admin', 'unit', 'leader')
  @ApiOperation({ summary: 'Supervision orders; a unit sees its own (Art. 15(3))' })
  async list(@Query() query: OrderQuery, @Caller() caller: Principal): Promise<Page<object>> {
    const [after] = decodeCursor(query.cursor, 'text') ?? [];
    const filter = isUnitBound(caller) ? { ...query, unit: caller.unit } : query;
    const { items, next } = page(await this.listed.page(filter, after, query.limit + 1), query.limit, ({ order }) => [order.orderId]);
    const numberOf = await this.numbers.of(items.map(({ order }) => order.state.ticketId));
    return { items: items.map(({ order, clock }) => ({ ...orderView(order, clock), number: numberOf(order.state.ticketId) })), next };
  }

  @Get('orders/:orderId')
  @Roles('supervisor', 'dispatcher', 'auditor', 'admin', 'unit', 'leader')
  @ApiOperation({ summary: 'One supervision order with its due date (Art. 15(3))' })
  async one(@Param('orderId') orderId: string, @Caller() caller: Principal): Promise<object> {
    const { order, clock } = answer(await this.listed.one(orderId, isUnitBound(caller) ? (caller.unit ?? '') : undefined));
    const numberOf = await this.numbers.of([order.state.ticketId]);
    return { ...orderView(order, clock), number: numberOf(order.state.ticketId) };
  }

  @Post('tickets/:ticketId/orders')
  @Roles('supervisor')
  @ApiOperation({ summary: 'Put the unit that handles a ticket under supervision (Art. 15(3))' })
  async issue(@IdParam('ticketId') ticketId: string, @Body() body: IssueOrderBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return orderView(answer(await this.orders.issue(request, ticketId, body)));
  }

  @Post('orders/:orderId/reminders')
  @HttpCode(200)
  @Roles('supervisor', 'dispatcher')
  @ApiOperation({ summary: 'Remind the unit, on the record' })
  async remind(@Param('orderId') orderId: string, @Body() body: ReminderBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return orderView(answer(await this.orders.command(request, orderId, { type: 'Remind', note: body.note ?? null, by: request.actor.subject, at: request.at })));
  }

  @Post('orders/:orderId/reports')
  @HttpCode(200)
  @Roles('unit', 'leader')
  @ApiOperation({ summary: 'Report back to the county' })
  async report(@Param('orderId') orderId: string, @Body() body: ReportBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return orderView(answer(await this.orders.command(request, orderId, { type: 'ReportBack', unit: request.actor.unit ?? '', ...body, at: request.at })));
  }

  @Post('orders/:orderId/judgement')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Accept the newest report, or send it back with a reason (Art. 15(3))' })
  async judge(@Param('orderId') orderId: string, @Body() body: JudgementBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return orderView(answer(await this.orders.command(request, orderId, { type: 'JudgeReport', ...body, by: request.actor.subject, at: request.at })));
  }

  @Post('orders/:orderId/lifting')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Lift the order before the file is complete' })
  async lift(@Param('orderId') orderId: string, @Body() body: LiftingBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return orderView(answer(await this.orders.command(request, orderId, { type: 'LiftOrder', ...body, at: request.at })));
  }
}
