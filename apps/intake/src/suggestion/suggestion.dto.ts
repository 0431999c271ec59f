import { ticket } from '@hotline/domain';
import { Text } from '@hotline/http';

/** A matter that is not registered yet; nothing of it is kept. */
export class SuggestBody {
  @Text(ticket.TITLE_LIMIT, { example: '龙川街路灯不亮' }) title!: string;
  @Text(ticket.TEXT_LIMIT, { example: '龙川街北段的路灯已有一周不亮。' }) text!: string;
  @Text(20, { optional: true, description: '所在乡镇的行政区划代码', example: '532328101' }) townCode?: string;
  @Text(120, { optional: true, description: '诉求人联系方式，仅用于查找其此前的诉求，不保存' }) contact?: string;
}
