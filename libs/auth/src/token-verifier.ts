import { errors, type JWTPayload, jwtVerify } from 'jose';
import { actsForAUnit, type Principal } from './principal.js';
import { IdentityProviderUnavailable, NotAuthenticated, rolesMissing, unitClaimMissing } from './refused-call.js';
import { isRole } from './role.js';
import { SigningKeys } from './signing-keys.js';
import { VerifiedTokens } from './verified-tokens.js';

const LEEWAY_S = 30;
const UNIT_CODE = /^[A-Za-z0-9-]{1,64}$/;
const LONGEST_NAME = 60;

export interface AuthOptions {
  /** Exact `iss` of accepted tokens, also the base of discovery. */
  readonly issuer: string;
  /** Required `aud`. */
  readonly audience: string;
  /** Where the public keys are, if not to be discovered from the issuer. */
  readonly jwksUrl?: string;
  /** Whether the demo accounts of the development identity provider may call; default no. */
  readonly demoAccounts?: boolean;
}

/** Turns an access token (JWT signed RS256, ES256 or EdDSA) into the {@link Principal} it proves. */
export class TokenVerifier {
  private readonly verified = new VerifiedTokens();
  private readonly keys: SigningKeys;

  constructor(private readonly options: AuthOptions) {
    this.keys = new SigningKeys(options.issuer, options.jwksUrl);
  }

  /** The principal of a token verified before, without waiting. */
  remembered(token: string): Principal | undefined {
    return this.verified.find(token, Date.now());
  }

  /** Throws {@link NotAuthenticated}, `NotAllowed` or {@link IdentityProviderUnavailable}; 30 s of leeway on times. */
  async verify(token: string): Promise<Principal> {
    const payload = await this.payloadOf(token);
    if (payload['demo'] !== undefined && !this.options.demoAccounts) throw new NotAuthenticated('token-of-a-demo-account');
    const principal = principalFrom(payload);
    this.verified.keep(token, principal, ((payload.exp as number) + LEEWAY_S) * 1_000);
    return principal;
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys.find, {
        issuer: this.options.issuer,
        audience: this.options.audience,
        algorithms: ['RS256', 'ES256', 'EdDSA', 'Ed25519'],
        clockTolerance: LEEWAY_S,
        requiredClaims: ['exp', 'sub'],
      });
      return payload;
    } catch (error) {
      if (error instanceof IdentityProviderUnavailable) throw error;
      if (error instanceof errors.JWTExpired) throw new NotAuthenticated('token-expired');
      if (isProvidersFault(error)) throw new IdentityProviderUnavailable(error);
      throw new NotAuthenticated('token-invalid');
    }
  }
}

/** Key sets that are unreadable or late are not the caller's fault; everything else that jose objects to is. */
function isProvidersFault(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return true;
  return !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC';
}

function principalFrom(payload: JWTPayload): Principal {
  const roles = Array.isArray(payload['roles']) ? payload['roles'].filter(isRole) : [];
  if (roles.length === 0) throw rolesMissing();
  const unit = typeof payload['unit'] === 'string' && UNIT_CODE.test(payload['unit']) ? payload['unit'] : undefined;
  if (actsForAUnit(roles) && unit === undefined) throw unitClaimMissing();
  const name = nameIn(payload);
  return Object.freeze({ subject: payload.sub as string, roles: Object.freeze(roles), ...(unit && { unit }), ...(name && { name }) });
}

/** A display name that a paper can print on one line; the provider's own says nothing about who may do what. */
function nameIn({ name }: JWTPayload): string | undefined {
  if (typeof name !== 'string') return undefined;
  const line = name.replaceAll(/\s+/g, ' ').trim();
  return line === '' || line.length > LONGEST_NAME ? undefined : line;
}
