import { ticket } from '@hotline/domain';
import { CATEGORIES, CHANNELS, PETITIONER_KINDS, type Category, type Channel, type PetitionerKind } from '@hotline/domain/shared';
import { IsCodeOf, IsFlag, IsInstant, IsLocalDate, IsPart, Text } from '@hotline/http';

/** Who the petitioner is, if they say so; goes straight into the vault (Art. 10). */
export class PetitionerBody {
  @Text(60, { optional: true, example: '张某某' }) name?: string;
  @Text(120, { optional: true, description: '电话或其他联系方式', example: '0878-8210000' }) contact?: string;
  @Text(40, { optional: true, description: '身份证件号码' }) idNumber?: string;
  @IsFlag({ optional: true, description: '要求对承办单位保密' }) secret?: boolean;
}

/** What the channel brought with the matter; numbers, addresses and accounts go into the vault with the petitioner (Art. 2, 10). */
export class ParticularsBody implements Partial<Record<ticket.ChannelParticular, string>> {
  @Text(40, { optional: true, description: '电话：主叫号码' }) callerNumber?: string;
  @Text(120, { optional: true, description: '电话：通话录音编号' }) callRecordId?: string;
  @Text(40, { optional: true, description: '短信：发送号码' }) senderNumber?: string;
  @Text(200, { optional: true, description: '邮件：发件地址' }) senderAddress?: string;
  @Text(120, { optional: true, description: '微信：openid' }) openId?: string;
  @Text(120, { optional: true, description: '手机APP：账号' }) accountId?: string;
  @Text(120, { optional: true, description: '手机APP：设备标识' }) deviceId?: string;
  @Text(200, { optional: true, description: '短信、邮件、微信：消息编号' }) messageId?: string;
  @Text(120, { optional: true, description: '网站：会话编号' }) sessionId?: string;
  @Text(120, { optional: true, description: '网站、手机APP：提交编号' }) submissionId?: string;
}

/** One matter of one petitioner as it comes in (Art. 2, 13). */
export class RegisterTicketBody {
  @IsCodeOf(CHANNELS) channel!: Channel;
  @IsCodeOf(PETITIONER_KINDS, { description: '诉求人类别' }) petitionerKind!: PetitionerKind;
  @IsCodeOf(CATEGORIES) category!: Category;
  @Text(120, { optional: true, description: '事项分类', example: '城乡建设' }) subject?: string;
  @Text(20, { optional: true, description: '所在乡镇的行政区划代码', example: '532328100' }) townCode?: string;
  @Text(200, { optional: true, description: '事发地点', example: '元马镇龙川街' }) place?: string;
  @Text(ticket.TITLE_LIMIT, { example: '龙川街路灯不亮' }) title!: string;
  @Text(ticket.TEXT_LIMIT, { example: '龙川街北段的路灯已有一周不亮，晚上出行不便，请尽快维修。' }) text!: string;
  @IsInstant({ optional: true, description: '收到诉求的时间；州级转办的为交办时间；不填为现在' }) receivedAt?: string;
  @Text(120, { optional: true, description: '来源系统', example: 'wechat-mini' }) source?: string;
  @Text(120, { optional: true, description: '在来源系统中的编号；与 source 一起唯一' }) externalId?: string;
  @Text(120, { optional: true, description: '州级平台的工单编号；渠道为 prefecture 时必填' }) prefectureNumber?: string;
  @IsLocalDate({ optional: true, description: '州级要求办结的日期；仅限州级转办' }) prefectureDueOn?: string;
  @IsPart(() => ParticularsBody, { optional: true, description: '渠道特有的信息；不属于所填渠道的不予登记' }) particulars?: ParticularsBody;
  @IsPart(() => PetitionerBody, { optional: true }) petitioner?: PetitionerBody;
  @IsFlag({ optional: true, description: '突发、紧急、敏感事项：登记的同时立即向县政府应急办等报告' }) emergency?: boolean;
  @IsCodeOf(ticket.ESCALATION_KINDS, { optional: true, description: 'emergency 为 true 时必填' }) emergencyKind?: ticket.EscalationKind;
}
