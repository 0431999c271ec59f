import { accessSync, constants, readdirSync } from 'node:fs';
import { ConfigError, refuseInsecure, serviceConfig, type ConfigOf, type ConfigSchema } from '@hotline/http';
import { parseKey, parseKeys } from './signature/shared-keys.js';

/** Injection token of the {@link PrefectureConfig}. */
export const PREFECTURE_SETTINGS = Symbol('prefecture.config');

/** Everything the adapter to the prefecture reads from its environment. */
export const PREFECTURE_CONFIG = {
  ...serviceConfig('prefecture'),
  apiUrl: { env: 'HOTLINE_API_URL', kind: 'url', default: 'http://localhost:8080', example: 'https://hotline.example.gov.cn', meaning: '本平台的统一入口（网关）地址，用于登记转办件、读取办理结果' },
  clientId: { env: 'PREFECTURE_CLIENT_ID', kind: 'text', default: 'prefecture-adapter', example: 'prefecture-adapter', meaning: '本服务在身份认证服务中的客户端（client_credentials，角色 prefecture）' },
  clientSecret: { env: 'PREFECTURE_CLIENT_SECRET', kind: 'secret', meaning: '本服务客户端的密钥' },
  inboundKeys: { env: 'PREFECTURE_INBOUND_KEYS', kind: 'secret', optional: true, meaning: '州级平台推送时使用的签名密钥，形如 编号:密钥，多个以英文逗号分隔（轮换时新旧并存）；不填则拒收推送' },
  peerUrl: { env: 'PREFECTURE_PEER_URL', kind: 'url', optional: true, example: 'https://12345.prefecture.example.gov.cn/api', meaning: '州级平台接口地址；不填则消息留在台账中待发' },
  peerKey: { env: 'PREFECTURE_PEER_KEY', kind: 'secret', optional: true, meaning: '向州级平台发送时使用的签名密钥，形如 编号:密钥；填写了 PREFECTURE_PEER_URL 时必填' },
  peerTimeoutSeconds: { env: 'PREFECTURE_PEER_TIMEOUT', kind: 'number', min: 0.1, max: 25, default: 10, meaning: '等待州级平台应答的秒数' },
  retrySeconds: { env: 'PREFECTURE_RETRY_SECONDS', kind: 'number', min: 0.01, max: 3_600, default: 5, meaning: '第一次重发前等待的秒数，以后逐次加倍，最长一小时' },
  giveUpDays: { env: 'PREFECTURE_GIVE_UP_DAYS', kind: 'number', min: 0, max: 90, default: 7, meaning: '连续多少天送不到即停止自动重发，转人工处理' },
  inboxPath: { env: 'PREFECTURE_INBOX', kind: 'text', optional: true, example: '/var/spool/hotline/prefecture', meaning: '州级转办件表格（.xlsx）的投放文件夹；不填则不启用' },
  inboxSettleSeconds: { env: 'PREFECTURE_INBOX_SETTLE', kind: 'number', min: 0, max: 3_600, default: 10, meaning: '文件最后写入多少秒后才开始读取，以免读到未拷完的文件' },
  inboxKeepDays: { env: 'PREFECTURE_INBOX_KEEP_DAYS', kind: 'integer', min: 1, max: 3_650, default: 30, meaning: '已处理的表格含有诉求人信息，保留多少天后删除' },
  reconcileHour: { env: 'PREFECTURE_RECONCILE_HOUR', kind: 'integer', min: 0, max: 23, default: 2, meaning: '每日与州级平台对账的时刻（北京时间整点）' },
  reconcileDays: { env: 'PREFECTURE_RECONCILE_DAYS', kind: 'integer', min: 1, max: 366, default: 30, meaning: '每次对账回看多少天的转办件' },
} as const satisfies ConfigSchema;

export type PrefectureConfig = ConfigOf<typeof PREFECTURE_CONFIG>;

/** Throws {@link ConfigError} on keys that cannot be read, a peer without a key, a peer without TLS outside of local mode, and an inbox that is no folder. */
export function refuseUnsafePeer(config: PrefectureConfig): void {
  refuseInsecure(config);
  if (config.inboxPath !== undefined) refuseUnusableInbox(config.inboxPath);
  const faults: string[] = [];
  if (config.inboundKeys !== undefined && !parseKeys(config.inboundKeys)) faults.push('配置错误：PREFECTURE_INBOUND_KEYS 应形如 编号:密钥,编号:密钥，密钥至少 16 个字符，编号不重复');
  if (config.peerKey !== undefined && !parseKey(config.peerKey)) faults.push('配置错误：PREFECTURE_PEER_KEY 应形如 编号:密钥，密钥至少 16 个字符');
  if (config.peerUrl !== undefined && config.peerKey === undefined) faults.push('配置错误：填写了 PREFECTURE_PEER_URL，但 PREFECTURE_PEER_KEY 未设置');
  if (config.mode !== 'local' && config.peerUrl?.startsWith('http:') && !config.allowPlainHttp) faults.push('配置错误：正式运行（HOTLINE_MODE=production）时 PREFECTURE_PEER_URL 应为 https 地址');
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
}

/** It is not made here: a name that was mistyped would be a folder that nobody drops anything into. */
function refuseUnusableInbox(folder: string): void {
  try {
    readdirSync(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new ConfigError(`配置错误：PREFECTURE_INBOX 应为已经建好、可以读写的文件夹，${folder} 不是（${(error as NodeJS.ErrnoException).code}）`);
  }
}
