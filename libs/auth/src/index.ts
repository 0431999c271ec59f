export { type Access, accessOf, AnyRole, Caller, callerOf, Public, Roles } from './access.decorators.js';
export { AuthModule } from './auth.module.js';
export { isUnitBound, mayActFor, type Principal, principalOf, rememberPrincipal } from './principal.js';
export { type CallProblem, IdentityProviderUnavailable, NotAllowed, NotAuthenticated } from './refused-call.js';
export { isRole, type Role, ROLE_WORDS, roleNames, ROLES } from './role.js';
export { refuseUndeclaredRoutes, type Route, routesOf, UndeclaredRoutes } from './route-inventory.js';
export { type AuthOptions, TokenVerifier } from './token-verifier.js';
