import { ForbiddenException, ServiceUnavailableException, UnauthorizedException } from '@nestjs/common';
import { type Role, roleNames } from './role.js';

/** What the HTTP layer needs to answer a refused call as a problem: a stable code, texts for people, and headers. */
export interface CallProblem {
  readonly status: 401 | 403 | 503;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** 401: no token, or one that proves nothing. Carries the challenge of RFC 6750. */
export class NotAuthenticated extends UnauthorizedException {
  readonly problem: CallProblem;

  constructor(kind: keyof typeof CHALLENGES) {
    const { detail, advice, challenge } = CHALLENGES[kind];
    super(kind);
    this.problem = { status: 401, code: kind, title: '身份未经验证', detail, advice, headers: { 'www-authenticate': challenge } };
  }
}

/** 403: a genuine caller who may not do this. */
export class NotAllowed extends ForbiddenException {
  readonly problem: CallProblem;

  constructor(code: string, detail: string, advice: string) {
    super(code);
    this.problem = { status: 403, code, title: '无权进行此操作', detail, advice };
  }
}

/** 503: signing keys could not be fetched, so nobody unknown can be let in right now. */
export class IdentityProviderUnavailable extends ServiceUnavailableException {
  readonly problem: CallProblem = {
    status: 503,
    code: 'identity-provider-unavailable',
    title: '身份认证服务暂不可用',
    detail: '暂时无法取得验证访问令牌所需的公钥。',
    advice: '请稍候几秒后重试；如持续出现，请联系系统管理员检查身份认证服务。',
    headers: { 'retry-after': '5' },
  };

  constructor(cause?: unknown) {
    super('identity-provider-unavailable', { cause });
  }
}

// RFC 6750 §3.1: a request without any token gets a bare challenge, only a bad token gets an error code.
const CHALLENGES = {
  'token-missing': {
    detail: '请求没有携带访问令牌。',
    advice: '请登录后在 Authorization 请求头中以 Bearer 方式携带访问令牌。',
    challenge: 'Bearer realm="hotline"',
  },
  'token-invalid': {
    detail: '访问令牌无效：格式、签名、签发方或受众不符。',
    advice: '请重新登录以取得新的访问令牌。',
    challenge: 'Bearer realm="hotline", error="invalid_token", error_description="the access token is malformed or not meant for this service"',
  },
  'token-expired': {
    detail: '访问令牌已过期。',
    advice: '请重新登录或刷新访问令牌后重试。',
    challenge: 'Bearer realm="hotline", error="invalid_token", error_description="the access token has expired"',
  },
  'token-of-a-demo-account': {
    detail: '访问令牌属于演示账号，而本平台不是以本机试用方式运行。',
    advice: '请以县级身份认证服务的账号登录；如确为本机试用，请设置 HOTLINE_MODE=local。',
    challenge: 'Bearer realm="hotline", error="invalid_token", error_description="demo accounts are for local mode only"',
  },
} as const;

export function wrongRole(required: readonly Role[], held: readonly Role[]): NotAllowed {
  return new NotAllowed(
    'role-not-allowed',
    `此操作需要以下角色之一：${roleNames(required)}；您当前的角色是：${roleNames(held)}。`,
    '请使用具备上述角色的账号登录，或联系系统管理员。',
  );
}

export function rolesMissing(): NotAllowed {
  return new NotAllowed('roles-missing', '访问令牌中没有本平台认识的角色（roles）。', '请联系系统管理员为您的账号分配角色。');
}

export function unitClaimMissing(): NotAllowed {
  return new NotAllowed('unit-claim-missing', '承办单位账号的访问令牌中缺少单位编码（unit）。', '请联系系统管理员为您的账号登记所属单位。');
}

export function routeUndeclared(): NotAllowed {
  return new NotAllowed('route-closed', '此接口尚未声明允许调用的角色。', '请联系系统管理员。');
}
