import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import multipart from '@fastify/multipart';
import { ProblemException } from '@hotline/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingFile } from './attachment-intake.js';

const ROUTE = /^\/intake\/v1\/tickets\/[^/]+\/attachments$/;

/** Lets files in on the one route that takes them; everywhere else a multipart body is refused as before. */
@Injectable()
export class MultipartBody implements OnModuleInit {
  constructor(private readonly adapter: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', (request, _reply, done) => done(refusalOf(request)));
    // The service's own meter limits the size while it streams; the plugin's limit would only cut the file short.
    // Not awaited: that would start Fastify before Nest has named its error handler.
    void fastify.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: Number.MAX_SAFE_INTEGER, files: 2, fields: 8, fieldSize: 1_024, parts: 10, headerPairs: 32 } });
  }
}

function refusalOf({ headers, url }: FastifyRequest): ProblemException | undefined {
  const sent = headers['content-type']?.trim().toLowerCase().startsWith('multipart/') ?? false;
  return sent && !ROUTE.test(url.split('?')[0] ?? '') ? ProblemException.of('unsupported-media-type') : undefined;
}

/** The field that holds the file, as documented. */
const FIELD = 'file';

/**
 * The files of a request one by one, each to be read before the next is asked for; the first counts only under its documented field.
 * A body that is no multipart, or ends in the middle, is a 400.
 */
export function filesOf(request: FastifyRequest): () => Promise<IncomingFile | undefined> {
  const files = request.files()[Symbol.asyncIterator]();
  let isFirst = true;
  return async () => {
    try {
      const next = await files.next();
      if (next.done || (isFirst && next.value.fieldname !== FIELD)) return undefined;
      isFirst = false;
      return { name: next.value.filename ?? '', content: whole(next.value.file) };
    } catch (cause) {
      throw brokenBody(cause);
    }
  };
}

/** A body that ends before its file does breaks in the file's stream. */
function whole(file: Readable): Readable {
  return Readable.from(bytesOf(file), { objectMode: false }).on('error', () => undefined); // its reader hears of it; one that has given up does not listen any more
}

async function* bytesOf(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* file;
  } catch (cause) {
    throw brokenBody(cause);
  }
}

function brokenBody(cause: unknown): ProblemException {
  return new ProblemException(ProblemException.of('bad-request', { detail: '附件的 multipart 正文不完整或格式有误。' }).problem, { cause });
}
