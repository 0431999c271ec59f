import { codesOf, type Channel } from '../shared/index.js';

/**
 * What each channel brings with a matter beside the matter itself (Art. 2). `identity` tells who it is and is kept with the
 * petitioner; `record` names a call, message or form and may be searched by.
 */
export const CHANNEL_PARTICULARS = {
  callerNumber: { channels: ['phone'], kind: 'identity', label: '主叫号码' },
  callRecordId: { channels: ['phone'], kind: 'record', label: '通话录音编号' },
  senderNumber: { channels: ['sms'], kind: 'identity', label: '发送号码' },
  senderAddress: { channels: ['email'], kind: 'identity', label: '发件地址' },
  openId: { channels: ['wechat'], kind: 'identity', label: '微信 openid' },
  accountId: { channels: ['app'], kind: 'identity', label: '应用账号' },
  deviceId: { channels: ['app'], kind: 'identity', label: '设备标识' },
  messageId: { channels: ['sms', 'email', 'wechat'], kind: 'record', label: '消息编号' },
  sessionId: { channels: ['website'], kind: 'record', label: '网页会话编号' },
  submissionId: { channels: ['website', 'app'], kind: 'record', label: '提交编号' },
} as const satisfies Record<string, { readonly channels: readonly Channel[]; readonly kind: 'identity' | 'record'; readonly label: string }>;
export type ChannelParticular = keyof typeof CHANNEL_PARTICULARS;

export type IdentityParticular = { [Name in ChannelParticular]: (typeof CHANNEL_PARTICULARS)[Name]['kind'] extends 'identity' ? Name : never }[ChannelParticular];

export const IDENTITY_PARTICULARS = codesOf(CHANNEL_PARTICULARS).filter((name): name is IdentityParticular => CHANNEL_PARTICULARS[name].kind === 'identity');
export const RECORD_PARTICULARS = codesOf(CHANNEL_PARTICULARS).filter((name) => CHANNEL_PARTICULARS[name].kind === 'record');

/** The first particular that this channel cannot have brought, e.g. an openid on a phone call. */
export function foreignParticular(channel: Channel, given: readonly ChannelParticular[]): ChannelParticular | undefined {
  return given.find((name) => !CHANNEL_PARTICULARS[name].channels.some((brings) => brings === channel));
}
