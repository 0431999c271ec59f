import type { Role } from './role.js';

/** Who is calling, as the verified access token says. */
export interface Principal {
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Unit code; always present when the caller has the role `unit` or `leader`. */
  readonly unit?: string;
  /** Display name of a member of staff; never goes into a log or an event. */
  readonly name?: string;
}

const PRINCIPAL = Symbol('hotline.principal');

interface Request {
  [PRINCIPAL]?: Principal;
}

/** Remembers on the HTTP request who is calling; done by the guard alone. */
export function rememberPrincipal(request: object, principal: Principal): void {
  (request as Request)[PRINCIPAL] = principal;
}

/** Who is calling, or undefined on a public route and before the guard has run. */
export function principalOf(request: object): Principal | undefined {
  return (request as Request)[PRINCIPAL];
}

/** True only for an account of that very unit (roles `unit` and `leader`); county roles act for no unit. */
export function mayActFor(principal: Principal, unitCode: string): boolean {
  return actsForAUnit(principal.roles) && principal.unit === unitCode;
}

/** True when the caller has no role beyond `unit` and `leader`, so that every list must be narrowed to the own unit. */
export function isUnitBound(principal: Principal): boolean {
  return principal.roles.length > 0 && principal.roles.every((role) => role === 'unit' || role === 'leader');
}

export function actsForAUnit(roles: readonly Role[]): boolean {
  return roles.includes('unit') || roles.includes('leader');
}
