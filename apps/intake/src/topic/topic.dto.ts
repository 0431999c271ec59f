import { IsInstant, PageQuery, Text } from '@hotline/http';

/** Which topics a list shows; conditions add up. */
export class TopicQuery extends PageQuery {
  @Text(20, { optional: true, description: '乡镇的行政区划代码' }) townCode?: string;
  @IsInstant({ optional: true, description: '此时间以后仍有新工单' }) since?: string;
}
