import type { JsonWebKey } from 'node:crypto';
import Provider, { type Adapter, type AdapterPayload, type ClientMetadata, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { DEMO_CLIENT_SECRET, SERVICE_ACCOUNT, clientIdOf, demoAccount, type DemoAccount } from './demo-accounts.ts';
import { IdpStore } from './idp-store.ts';

/** Name of the platform's API in tokens; OAuth wants a resource to be a URI, the audience stays `hotline`. */
const RESOURCE = 'urn:hotline:api';
const AUDIENCE = 'hotline';
const TOKEN_SECONDS = 8 * 3_600;
const CLIENT_PREFIX = clientIdOf({ id: '' });

export interface IdpOptions {
  readonly issuer: string;
  /** Where the web console lives: it may send its users here to log in. */
  readonly consoleOrigins: readonly string[];
  readonly signingKey: JsonWebKey;
  readonly cookieKey: string;
}

/**
 * An OpenID provider for development: one account per role (any password), and for each account a client that gets its
 * token without a person. Accounts of `unit` and `leader` exist for every unit code.
 */
export function developmentIdp(options: IdpOptions): Provider {
  const consoleClient = consoleMetadata(options.consoleOrigins);
  class Store extends IdpStore implements Adapter {
    readonly #isClients: boolean;

    constructor(model: string) {
      super(model);
      this.#isClients = model === 'Client';
    }

    override async find(id: string): Promise<AdapterPayload | undefined> {
      if (!this.#isClients) return super.find(id);
      return (id === consoleClient.client_id ? consoleClient : demoClient(id)) as AdapterPayload | undefined;
    }
  }
  return new Provider(options.issuer, { ...configuration(options), adapter: Store });
}

function configuration({ signingKey, cookieKey }: IdpOptions): Configuration {
  return {
    jwks: { keys: [signingKey as never] },
    cookies: { keys: [cookieKey], names: { session: '_idp_session', interaction: '_idp_interaction', resume: '_idp_resume' } },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    claims: { openid: ['sub'], profile: ['name', 'roles', 'unit'] },
    scopes: ['openid', 'profile', 'offline_access'],
    conformIdTokenClaims: false,
    ttl: { ClientCredentials: TOKEN_SECONDS, AccessToken: TOKEN_SECONDS, Session: TOKEN_SECONDS, Grant: TOKEN_SECONDS, Interaction: 3_600, IdToken: 3_600 },
    features: {
      devInteractions: { enabled: true },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: '', audience: AUDIENCE, accessTokenFormat: 'jwt', accessTokenTTL: TOKEN_SECONDS, jwt: { sign: { alg: 'ES256' } } }),
      },
    },
    clientBasedCORS: () => true,
    findAccount: (_, sub) => {
      const account = demoAccount(sub);
      return account && { accountId: account.id, claims: () => claimsOf(account) };
    },
    loadExistingGrant: grantEverything,
    formats: {
      customizers: {
        jwt: (_, token, parts) => {
          const account = 'accountId' in token && token.accountId ? demoAccount(token.accountId) : accountOfClient(token.clientId ?? '');
          if (account) Object.assign(parts.payload ?? {}, claimsOf(account));
        },
      },
    },
  };
}

function claimsOf({ id, role, name, unit }: DemoAccount) {
  return { sub: id, roles: [role], name, demo: true, ...(unit ? { unit } : {}) };
}

function demoClient(clientId: string): ClientMetadata | undefined {
  if (!accountOfClient(clientId)) return undefined;
  return {
    client_id: clientId,
    client_secret: DEMO_CLIENT_SECRET,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    token_endpoint_auth_method: 'client_secret_post',
  };
}

/** A program's client acts for one account: the service's own, or the demo account that its id names. */
function accountOfClient(clientId: string): DemoAccount | undefined {
  if (clientId === SERVICE_ACCOUNT.id) return SERVICE_ACCOUNT;
  return clientId.startsWith(CLIENT_PREFIX) ? demoAccount(clientId.slice(CLIENT_PREFIX.length)) : undefined;
}

function consoleMetadata(origins: readonly string[]): ClientMetadata {
  return {
    client_id: 'console',
    client_name: '热线工作台',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: origins.map((origin) => `${origin}/login/callback`),
    post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
  };
}

/** The platform's own console needs nobody's consent to act for its user. */
async function grantEverything(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const existing = known ? await provider.Grant.find(known) : undefined;
  if (existing) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile offline_access');
  grant.addOIDCClaims(['roles', 'unit', 'name']);
  await grant.save();
  return grant;
}
