import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Access, accessOf } from './access.decorators.js';
import { type Principal, rememberPrincipal } from './principal.js';
import { NotAuthenticated, routeUndeclared, wrongRole } from './refused-call.js';
import { TokenVerifier } from './token-verifier.js';

interface RequestWithToken {
  readonly headers: { readonly authorization?: string };
}

/** Denies by default: a call passes only where its route says who may call and the token proves the caller is one of them. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly tokens: TokenVerifier) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    // Events come over the bus with the broker's own accounts and permissions.
    if (context.getType() !== 'http') return true;
    const access = accessOf(context.getClass(), context.getHandler());
    if (access?.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<RequestWithToken>();
    const token = bearerToken(request.headers.authorization);
    const known = this.tokens.remembered(token);
    if (known) return admit(request, known, access);
    return this.tokens.verify(token).then((principal) => admit(request, principal, access));
  }
}

function admit(request: object, principal: Principal, access: Access | undefined): true {
  if (!access || access.kind === 'public') throw routeUndeclared();
  if (access.kind === 'roles' && !access.roles.some((role) => principal.roles.includes(role))) {
    throw wrongRole(access.roles, principal.roles);
  }
  rememberPrincipal(request, principal);
  return true;
}

function bearerToken(header: string | undefined): string {
  if (!header) throw new NotAuthenticated('token-missing');
  const match = /^Bearer +([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(header);
  if (!match) throw new NotAuthenticated('token-invalid');
  return match[1] as string;
}
