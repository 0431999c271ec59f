import { Controller, Get, Header, Param, type PipeTransform, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal, Roles } from '@hotline/auth';
import { AnswersFile, paperFile, PaperQuery } from '@hotline/documents';
import { answer, fieldProblem, IdParam } from '@hotline/http';
import { SlipService } from './slip.service.js';

const DispatchNo: PipeTransform<string, number> = {
  transform: (text) => {
    if (!/^[1-9]\d{0,3}$/.test(text)) throw fieldProblem('no', 'not-a-dispatch-number', '应为派单序号：从 1 起的整数');
    return Number(text);
  },
};

@ApiTags('slips')
@Controller('v1/tickets')
export class SlipController {
  constructor(private readonly slips: SlipService) {}

  @Get(':id/dispatches/:no/slip')
  @Header('cache-control', 'no-store')
  @Roles('operator', 'dispatcher', 'unit', 'leader', 'supervisor', 'auditor', 'prefecture')
  @AnswersFile()
  @ApiOperation({ summary: 'The dispatch slip (交办单) of one dispatch, without words and identity (Art. 10, 15, 17)' })
  async slip(@IdParam('id') id: string, @Param('no', DispatchNo) no: number, @Query() { format = 'pdf' }: PaperQuery, @Caller() caller: Principal): Promise<StreamableFile> {
    const paper = answer(await this.slips.slip(caller, id, no));
    return paperFile(paper, format, `交办单-${paper.reference.replaceAll(' ', '-')}`);
  }
}
