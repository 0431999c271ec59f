import { Controller, Get, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, isUnitBound, type Principal, Roles } from '@hotline/auth';
import { AnswersFile, paperFile, PaperQuery } from '@hotline/documents';
import { answer } from '@hotline/http';
import { NoticeService } from './notice.service.js';

@ApiTags('orders')
@Controller('v1/orders')
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  @Get(':orderId/notice')
  @Header('cache-control', 'no-store')
  @Roles('supervisor', 'dispatcher', 'auditor', 'admin', 'unit', 'leader')
  @AnswersFile()
  @ApiOperation({ summary: 'The supervision notice (督办单) of an order; a unit prints its own (Art. 15(3))' })
  async notice(@Param('orderId') orderId: string, @Query() { format = 'pdf' }: PaperQuery, @Caller() caller: Principal): Promise<StreamableFile> {
    const paper = answer(await this.notices.notice(orderId, isUnitBound(caller) ? (caller.unit ?? '') : undefined));
    return paperFile(paper, format, `督办单-${paper.reference}`);
  }
}
