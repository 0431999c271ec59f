import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
  type CompletedPart,
} from '@aws-sdk/client-s3';
import { ObjectMissing, type ObjectStore } from './object-store.js';

export interface S3Settings {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** How long the store may be silent before a request is given up; 10 seconds. */
  readonly silenceMs?: number;
}

/** The least that S3 takes as a part; the most that an upload holds in memory. */
const PART_BYTES = 5 * 1_048_576;

/** A service that stops waits for a request under way, and has some 30 seconds for all. */
const SILENCE_MS = 10_000;
const ATTEMPTS = 2;

/** Objects in a bucket of anything that speaks S3. */
export class S3Store implements ObjectStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor({ endpoint, region, bucket, accessKeyId, secretAccessKey, silenceMs = SILENCE_MS }: S3Settings) {
    this.#bucket = bucket;
    const credentials = { accessKeyId, secretAccessKey };
    // Checksums beyond what S3 itself demands are not understood by every store; what was stored is read back and hashed anyway.
    const checksums = { requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' } as const;
    // Without these the client waits for ever for a store that accepts and says nothing. The second is of silence, not of the whole request: a large part over a slow line may take its time.
    const requestHandler = { connectionTimeout: silenceMs, socketTimeout: silenceMs };
    this.#client = new S3Client({ endpoint, region, credentials, forcePathStyle: true, ...checksums, requestHandler, maxAttempts: ATTEMPTS });
  }

  /** Small ones by one request; larger ones in parts, since the length of a stream is not known before its end. */
  async put(key: string, content: Readable): Promise<void> {
    const parts = inParts(content)[Symbol.asyncIterator]();
    const first = await parts.next();
    const head = first.done ? Buffer.alloc(0) : first.value;
    if (head.length < PART_BYTES) {
      await this.#client.send(new PutObjectCommand({ ...this.#at(key), Body: head, ContentLength: head.length }));
      return;
    }
    await this.#putInParts(key, head, parts);
  }

  async get(key: string): Promise<Readable> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(this.#at(key)));
      return Body as Readable; // in Node the client always answers with a stream
    } catch (error) {
      throw error instanceof NoSuchKey ? new ObjectMissing({ cause: error }) : error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#at(key)));
  }

  close(): void {
    this.#client.destroy();
  }

  async #putInParts(key: string, first: Buffer, rest: AsyncIterator<Buffer>): Promise<void> {
    const { UploadId } = await this.#client.send(new CreateMultipartUploadCommand(this.#at(key)));
    const done: CompletedPart[] = [];
    try {
      for (let part: Buffer | undefined = first; part; part = await nextOf(rest)) {
        const PartNumber = done.length + 1;
        const { ETag } = await this.#client.send(new UploadPartCommand({ ...this.#at(key), UploadId, PartNumber, Body: part, ContentLength: part.length }));
        done.push({ ETag, PartNumber });
      }
      await this.#client.send(new CompleteMultipartUploadCommand({ ...this.#at(key), UploadId, MultipartUpload: { Parts: done } }));
    } catch (error) {
      await this.#client.send(new AbortMultipartUploadCommand({ ...this.#at(key), UploadId })).catch(() => undefined); // the first error is the one to tell
      throw error;
    }
  }

  #at(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#bucket, Key: key };
  }
}

async function nextOf(parts: AsyncIterator<Buffer>): Promise<Buffer | undefined> {
  const next = await parts.next();
  return next.done ? undefined : next.value;
}

async function* inParts(content: Readable): AsyncGenerator<Buffer, undefined> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < PART_BYTES) continue;
    yield Buffer.concat(waiting);
    [waiting, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(waiting);
  return undefined;
}
