import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { fileTypeOf, HEAD_BYTES, type FileTypeName } from './file-type.js';

export interface Meters {
  readonly maxBytes: number;
  readonly allowed: readonly FileTypeName[];
  /** The name that the sender gave. */
  readonly name: string;
}

export const STREAM_REFUSALS = ['attachment-empty', 'attachment-too-large', 'attachment-type-refused'] as const;

/** A file that may not be attached; ends the upload where it is noticed. */
export class RefusedFile extends Error {
  constructor(readonly slug: (typeof STREAM_REFUSALS)[number]) {
    super(slug);
    this.name = 'RefusedFile';
  }
}

/** Looks at a file as it flows by: what it is by its first bytes, how long, and its SHA-256. Nothing goes on before its type is known. */
export class MeteredStream extends Transform {
  readonly #hash = createHash('sha256');
  #head = Buffer.alloc(0);
  #type: FileTypeName | undefined;
  #size = 0;

  constructor(private readonly meters: Meters) {
    super();
  }

  /** Of a stream that ended well. */
  get measured(): { readonly type: FileTypeName; readonly size: number; readonly sha256: string } {
    if (!this.#type) throw new Error('the stream has not ended');
    return { type: this.#type, size: this.#size, sha256: this.#hash.digest('hex') };
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#size += chunk.length;
    if (this.#size > this.meters.maxBytes) return done(new RefusedFile('attachment-too-large'));
    this.#hash.update(chunk);
    if (this.#type) return done(null, chunk);
    this.#head = Buffer.concat([this.#head, chunk]);
    if (this.#head.length < HEAD_BYTES) return done();
    this.#pass(done);
  }

  override _flush(done: TransformCallback): void {
    if (this.#size === 0) return done(new RefusedFile('attachment-empty'));
    if (this.#type) return done();
    this.#pass(done);
  }

  #pass(done: TransformCallback): void {
    this.#type = fileTypeOf(this.#head, this.meters.name, this.meters.allowed);
    if (this.#type) done(null, this.#head);
    else done(new RefusedFile('attachment-type-refused'));
  }
}

/** SHA-256 of what a stream reads, hex. */
export async function sha256Of(content: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex');
}
