import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** Claims of a token; the rest is that of a valid caller of the platform. */
export interface TestCaller {
  readonly roles: readonly string[];
  readonly unit?: string;
  readonly sub?: string;
  /** Display name, as a claim `name`. */
  readonly name?: string;
  /** True for a demo account, as the development identity provider marks them. */
  readonly demo?: boolean;
  /** Overrides, to make a token that must be refused. */
  readonly audience?: string;
  readonly issuer?: string;
  /** Seconds from now; negative for one that has expired. Default 3,600. */
  readonly expiresInSeconds?: number;
}

interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** An OpenID provider on the loopback address, as far as a service looks at one: discovery, its keys, and tokens signed by them, for programs over its token endpoint too. */
export class TestIssuer {
  readonly audience = 'hotline';
  readonly #server: Server;
  #keys: SigningKey[];

  private constructor(server: Server, key: SigningKey) {
    this.#server = server;
    this.#keys = [key];
    server.on('request', (request, response) => {
      void Promise.resolve(this.#answerTo(request.url ?? '')).then((answer) => {
        response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
      });
    });
  }

  static async start(): Promise<TestIssuer> {
    const server = createServer();
    const issuer = new TestIssuer(server, await newKey());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return issuer;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get jwksUrl(): string {
    return `${this.issuer}/jwks`;
  }

  /** A signed access token (ES256). */
  token(caller: TestCaller): Promise<string> {
    return this.#sign(caller, this.#keys[0] as SigningKey);
  }

  /** A token with a key that this issuer does not publish: must be refused everywhere. */
  async forgedToken(caller: TestCaller): Promise<string> {
    return this.#sign(caller, { ...(await newKey()), publicJwk: (this.#keys[0] as SigningKey).publicJwk });
  }

  /** Signs with a new key from now on and publishes it beside the old ones. */
  async rotate(): Promise<void> {
    this.#keys = [await newKey(), ...this.#keys];
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Every program that asks is the prefecture's service account. */
  async #serviceToken(): Promise<object> {
    return { access_token: await this.token({ roles: ['prefecture'], sub: 'prefecture-adapter' }), token_type: 'Bearer', expires_in: 3_600 };
  }

  #sign(caller: TestCaller, key: SigningKey): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const { roles, unit, name, demo } = caller;
    return new SignJWT({ roles, ...(unit ? { unit } : {}), ...(name ? { name } : {}), ...(demo ? { demo } : {}) })
      .setProtectedHeader({ alg: 'ES256', kid: key.publicJwk.kid ?? '', typ: 'at+jwt' })
      .setIssuer(caller.issuer ?? this.issuer)
      .setAudience(caller.audience ?? this.audience)
      .setSubject(caller.sub ?? `test-${roles[0] ?? 'nobody'}`)
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(now + (caller.expiresInSeconds ?? 3_600))
      .sign(key.privateKey);
  }

  #answerTo(url: string): object | Promise<object> | undefined {
    if (url === '/token') return this.#serviceToken();
    if (url === '/jwks') return { keys: this.#keys.map((key) => key.publicJwk) };
    if (url !== '/.well-known/openid-configuration') return undefined;
    return { issuer: this.issuer, jwks_uri: this.jwksUrl, token_endpoint: `${this.issuer}/token`, id_token_signing_alg_values_supported: ['ES256'] };
  }
}

async function newKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  return { privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' } };
}
