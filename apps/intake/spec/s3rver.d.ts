declare module 's3rver' {
  import type { AddressInfo } from 'node:net';

  export interface Request {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, string | undefined>>;
    status: number;
  }

  export type Middleware = (request: Request, next: () => Promise<void>) => Promise<void>;

  /** A Koa application; what it serves lies in its store. */
  class S3rver {
    constructor(options: {
      readonly address?: string;
      readonly port?: number;
      readonly silent?: boolean;
      readonly directory?: string;
      readonly vhostBuckets?: boolean;
      readonly configureBuckets?: readonly { readonly name: string }[];
    });
    readonly middleware: Middleware[];
    readonly store: { getResourcePath(bucket: string, key: string | undefined, resource: string): string };
    readonly httpServer: { closeAllConnections(): void };
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }

  export { S3rver as default };
}
