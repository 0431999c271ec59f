import { ticket } from '@hotline/domain';
import { IsInstant, Text } from '@hotline/http';

/** What is put right in a ticket; what is left out stays as it is. */
export class CorrectTicketBody {
  @Text(120, { optional: true, description: '事项分类', example: '城乡建设/市政设施/路灯' }) subject?: string;
  @Text(20, { optional: true, description: '所在乡镇的行政区划代码', example: '532328101' }) townCode?: string;
  @Text(200, { optional: true, description: '事发地点', example: '元马镇龙川街' }) place?: string;
  @Text(ticket.TITLE_LIMIT, { optional: true, example: '龙川街路灯不亮' }) title?: string;
  @Text(500, { description: '更正理由', example: '登记时未选事项分类' }) reason!: string;
}

/** What the petitioner said later of the same matter. */
export class SupplementTicketBody {
  @Text(ticket.TEXT_LIMIT, { description: '补充内容', example: '昨晚又有两盏路灯不亮。' }) text!: string;
  @IsInstant({ optional: true, description: '收到补充的时间；不填为现在' }) receivedAt?: string;
}

/** How the petitioner is to be called and reached from now on; what is left out stays as it is. Goes straight into the vault (Art. 10). */
export class PetitionerCorrectionBody {
  @Text(60, { optional: true, example: '张某某' }) name?: string;
  @Text(120, { optional: true, description: '电话或其他联系方式', example: '0878-8210000' }) contact?: string;
  @Text(40, { optional: true, description: '身份证件号码' }) idNumber?: string;
}
