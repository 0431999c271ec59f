import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One bucket on the loopback address that speaks as much of S3 as a store of attachments needs, parts included. */
export class S3Server {
  readonly objects = new Map<string, Buffer>();
  readonly uploads = new Map<string, Map<number, Buffer>>();
  /** Set, the next bytes stored are changed on their way to the disk. */
  corrupting = false;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<S3Server> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new S3Server(server);
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.endpoint);
    const body = await bodyOf(request);
    if (!/^AWS4-HMAC-SHA256 Credential=key-id\//.test(request.headers.authorization ?? '')) return answer(response, 403, error('AccessDenied'));
    if (!url.pathname.startsWith('/attachments/')) return answer(response, 404, error('NoSuchBucket'));
    const key = url.pathname.slice('/attachments/'.length);
    const upload = url.searchParams.get('uploadId');
    if (upload !== null || url.searchParams.has('uploads')) return this.#inParts(request.method ?? '', key, upload, Number(url.searchParams.get('partNumber')), body, response);
    return this.#whole(request.method ?? '', key, body, response);
  }

  #whole(method: string, key: string, body: Buffer, response: ServerResponse): void {
    if (method === 'PUT') {
      this.objects.set(key, this.#kept(body));
      return answer(response, 200, '', { etag: etagOf(body) });
    }
    if (method === 'DELETE') {
      this.objects.delete(key);
      return answer(response, 204, '');
    }
    const found = this.objects.get(key);
    return found ? answer(response, 200, found, { 'content-type': 'application/octet-stream' }) : answer(response, 404, error('NoSuchKey'));
  }

  #inParts(method: string, key: string, upload: string | null, part: number, body: Buffer, response: ServerResponse): void {
    if (upload === null) {
      const id = randomUUID();
      this.uploads.set(id, new Map());
      return answer(response, 200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
    }
    const parts = this.uploads.get(upload);
    if (!parts) return answer(response, 404, error('NoSuchUpload'));
    if (method === 'PUT') {
      parts.set(part, this.#kept(body));
      return answer(response, 200, '', { etag: etagOf(body) });
    }
    this.uploads.delete(upload);
    if (method === 'DELETE') return answer(response, 204, '');
    const ordered = [...parts.entries()].toSorted(([a], [b]) => a - b).map(([, bytes]) => bytes);
    if (ordered.slice(0, -1).some(({ length }) => length < 5 * 1_048_576)) return answer(response, 400, error('EntityTooSmall'));
    this.objects.set(key, Buffer.concat(ordered));
    return answer(response, 200, `<CompleteMultipartUploadResult><Key>${key}</Key></CompleteMultipartUploadResult>`);
  }

  #kept(body: Buffer): Buffer {
    if (this.corrupting) body.writeUInt8(body.readUInt8(body.length - 1) ^ 1, body.length - 1);
    return body;
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function answer(response: ServerResponse, status: number, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body), ...headers }).end(body);
}

function error(code: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}
