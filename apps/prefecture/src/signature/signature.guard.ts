import { type CanActivate, type ExecutionContext, Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK, type Clock, ProblemException, rawBodyOf } from '@hotline/http';
import type { FastifyRequest } from 'fastify';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from '../prefecture.config.js';
import { parseKeys, type SharedKey } from './shared-keys.js';
import { type SignatureFault, signatureFault } from './signature.js';

const FAULTS: Readonly<Record<SignatureFault, string>> = {
  'signature-missing': '请求未带齐签名请求头 x-hotline-key、x-hotline-timestamp、x-hotline-signature。',
  'signature-key-unknown': '签名所用的密钥编号不被本县接受。',
  'signature-outdated': '签名时间与当前时间相差超过 5 分钟。',
  'signature-wrong': '签名与请求正文不符。',
};

/** Lets in only what the prefecture platform has signed; the route itself needs no token. */
@Injectable()
export class SignatureGuard implements CanActivate {
  readonly #log = new Logger('Signature');
  readonly #keys: ReadonlyMap<string, SharedKey>;

  constructor(
    @Inject(PREFECTURE_SETTINGS) { inboundKeys }: PrefectureConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.#keys = (inboundKeys === undefined ? undefined : parseKeys(inboundKeys)) ?? new Map<string, SharedKey>();
  }

  canActivate(context: ExecutionContext): true {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const fault = signatureFault(this.#keys, request.headers, rawBodyOf(request) ?? new Uint8Array(), this.clock.now());
    if (!fault) return true;
    this.#log.warn(`a push of the prefecture was turned away: ${fault}`);
    throw ProblemException.of('unauthorized', { detail: FAULTS[fault], advice: '请核对密钥编号、密钥与服务器时间：签名为 HMAC-SHA256（时间戳.请求正文）的十六进制。' });
  }
}
