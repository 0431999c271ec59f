import { existsSync } from 'node:fs';
import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import S3rver, { type Middleware } from 's3rver';

const BUCKET = 'attachments';

/** A bucket that s3rver serves on the loopback address to one account; and the faults of one. */
export class BucketUnderTest {
  /** The only account that s3rver knows. */
  static readonly accessKeyId = 'S3RVER';
  static readonly secretAccessKey = 'S3RVER';
  /** Set, the next objects stored are changed on their way to the disk. */
  corrupting = false;
  readonly #client: S3Client;

  private constructor(
    private readonly server: S3rver,
    private readonly folder: string,
    readonly endpoint: string,
    reactions: { corrupt: () => boolean },
  ) {
    reactions.corrupt = () => this.corrupting;
    const credentials = { accessKeyId: BucketUnderTest.accessKeyId, secretAccessKey: BucketUnderTest.secretAccessKey };
    this.#client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' });
  }

  static async start(): Promise<BucketUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'bucket-'));
    const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, vhostBuckets: false, configureBuckets: [{ name: BUCKET }] });
    const reactions = { corrupt: () => false };
    server.middleware.unshift(abortsUploads(server), corrupts(server, () => reactions.corrupt()));
    const { port } = await server.run();
    return new BucketUnderTest(server, folder, `http://127.0.0.1:${port}`, reactions);
  }

  /** Names of the objects in the bucket. */
  async keys(): Promise<string[]> {
    const { Contents = [] } = await this.#client.send(new ListObjectsV2Command({ Bucket: BUCKET }));
    return Contents.map(({ Key = '' }) => Key);
  }

  async put(key: string, content: Buffer): Promise<void> {
    await this.#client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: content }));
  }

  /** Uploads in parts that were neither completed nor given up. */
  async uploads(): Promise<string[]> {
    const folder = uploadsOf(this.server);
    return existsSync(folder) ? readdir(folder) : [];
  }

  async stop(): Promise<void> {
    this.#client.destroy();
    this.server.httpServer.closeAllConnections();
    await this.server.close();
    await rm(this.folder, { recursive: true });
  }
}

function uploadsOf(server: S3rver): string {
  return server.store.getResourcePath(BUCKET, undefined, 'uploads');
}

/** AbortMultipartUpload, the one request of the store that s3rver does not know. */
function abortsUploads(server: S3rver): Middleware {
  return async (request, next) => {
    const { uploadId } = request.query;
    if (request.method !== 'DELETE' || uploadId === undefined) return next();
    await rm(join(uploadsOf(server), uploadId), { recursive: true });
    request.status = 204;
  };
}

function corrupts(server: S3rver, asked: () => boolean): Middleware {
  return async (request, next) => {
    await next();
    if (!asked() || request.method !== 'PUT' || request.query['uploadId'] !== undefined) return;
    const file = await open(server.store.getResourcePath(BUCKET, request.path.slice(`/${BUCKET}/`.length), 'object'), 'r+');
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    await file.read(last, 0, 1, size - 1);
    await file.write(Buffer.from([last.readUInt8() ^ 1]), 0, 1, size - 1);
    await file.close();
  };
}
