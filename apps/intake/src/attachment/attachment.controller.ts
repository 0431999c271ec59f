import { Controller, Get, Inject, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AnyRole, Caller, type Principal, Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, IdParam, PageQuery, ProblemException } from '@hotline/http';
import type { FastifyRequest } from 'fastify';
import { AttachmentList, StoredAttachment } from './attachment.dto.js';
import { AttachmentService } from './attachment.service.js';
import { filesOf } from './multipart-body.js';

interface Reply {
  header(name: string, value: string): unknown;
}

@ApiTags('attachments')
@Controller('v1/tickets/:id/attachments')
export class AttachmentController {
  constructor(@Inject(AttachmentService) private readonly attachments: AttachmentService) {}

  @Post()
  @Roles('operator', 'dispatcher', 'supervisor', 'prefecture')
  @ApiOperation({ summary: 'Attach one file to a ticket in the caller\'s sight, as multipart/form-data (Art. 2)' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: StoredAttachment })
  async add(@Caller() caller: Principal, @CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @Req() body: FastifyRequest): Promise<StoredAttachment> {
    if (!body.isMultipart()) throw ProblemException.of('unsupported-media-type', { detail: '附件应以 multipart/form-data 提交。', advice: '请以 multipart/form-data 提交，文件字段名为 file。' });
    return answer(await this.attachments.add(caller, request, id, filesOf(body)));
  }

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'List the files of a ticket in the caller\'s sight (Art. 2, 10)' })
  @ApiOkResponse({ type: AttachmentList })
  async list(@Caller() caller: Principal, @IdParam('id') id: string, @Query() query: PageQuery): Promise<AttachmentList> {
    return answer(await this.attachments.list(caller, id, query));
  }

  @Get(':attachmentId')
  @AnyRole()
  @ApiOperation({ summary: 'Download one file, never to be shown in the browser; each download is recorded (Art. 10)' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Caller() caller: Principal,
    @CommandRequestOf() request: CommandRequest,
    @IdParam('id') id: string,
    @IdParam('attachmentId') attachmentId: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const { about, content } = answer(await this.attachments.open(caller, request, id, attachmentId));
    reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
    reply.header('repr-digest', `sha-256=:${Buffer.from(about.sha256, 'hex').toString('base64')}:`);
    const disposition = `attachment; filename="attachment"; filename*=UTF-8''${encodeURIComponent(about.name ?? '').replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)}`;
    return new StreamableFile(content, { type: about.mediaType, length: about.size, disposition });
  }
}
