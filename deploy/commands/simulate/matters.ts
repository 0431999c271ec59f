import type { Category } from '@hotline/domain/shared';

/** Something that people of a county call about; `unit` is the department whose business it is, or `town` for the township. */
export interface Matter {
  readonly subject: string;
  readonly unit: string;
  readonly category: Category;
  readonly weight: number;
  readonly title: string;
  readonly text: string;
}

const matter = (subject: string, unit: string, category: Category, weight: number, title: string, text: string): Matter => ({ subject, unit, category, weight, title, text });

/** Made up for the simulation; `{place}` is filled in. */
export const MATTERS: readonly Matter[] = [
  matter('城乡建设', 'YM-ZJJ', 'help', 8, '{place}路灯不亮', '{place}的路灯已多日不亮，夜间出行不便，请尽快维修。'),
  matter('城乡建设', 'YM-ZJJ', 'complaint', 6, '{place}夜间施工噪声', '{place}工地夜里十二点以后仍在施工，影响休息。'),
  matter('水务', 'YM-SWJ', 'help', 8, '{place}停水', '{place}自来水管破裂，已停水两天。'),
  matter('水务', 'YM-SWJ', 'suggestion', 3, '{place}增设取水点', '建议在{place}增设抗旱应急取水点。'),
  matter('交通运输', 'YM-JTYSJ', 'help', 6, '{place}道路坑洼', '{place}的公路坑洼严重，车辆难以通行。'),
  matter('交通运输', 'YM-JTYSJ', 'complaint', 4, '{place}客运班线甩客', '{place}的客运班车中途甩客，司机态度差。'),
  matter('劳动和社会保障', 'YM-RSJ', 'complaint', 7, '{place}拖欠工资', '{place}某工地拖欠务工人员工资三个月。'),
  matter('劳动和社会保障', 'YM-RSJ', 'consultation', 5, '养老保险转移怎样办理', '咨询养老保险关系转移的手续和所需材料。'),
  matter('卫生健康', 'YM-WJJ', 'complaint', 3, '{place}卫生院收费', '{place}卫生院重复收取检查费。'),
  matter('医疗保障', 'YM-YBJ', 'consultation', 6, '异地就医怎样报销', '咨询异地就医备案和报销比例。'),
  matter('教育体育', 'YM-JTJ', 'consultation', 5, '{place}小学入学条件', '咨询{place}小学秋季入学的条件和时间。'),
  matter('教育体育', 'YM-JTJ', 'suggestion', 2, '{place}增加校车', '建议{place}增加接送学生的班车。'),
  matter('市场监管', 'YM-SCJGJ', 'report', 4, '{place}商店售卖过期食品', '{place}一家商店售卖过期食品，请查处。'),
  matter('市场监管', 'YM-SCJGJ', 'complaint', 5, '{place}缺斤少两', '{place}集市摊贩缺斤少两，不予退款。'),
  matter('生态环境', 'YM-STHJJ', 'report', 4, '{place}焚烧垃圾', '{place}有人长期露天焚烧垃圾，气味刺鼻。'),
  matter('自然资源', 'YM-ZRZYJ', 'consultation', 3, '宅基地怎样确权', '咨询宅基地确权登记的办理流程。'),
  matter('农业农村', 'YM-NYNCJ', 'help', 5, '{place}蔬菜滞销', '{place}冬早蔬菜滞销，希望帮助联系收购。'),
  matter('农业农村', 'town', 'help', 7, '{place}村组道路灯损坏', '{place}村组的太阳能路灯损坏，请镇里协调维修。'),
  matter('村务', 'town', 'complaint', 6, '{place}低保评议不公', '{place}低保评议没有公示，请调查。'),
  matter('村务', 'town', 'suggestion', 3, '{place}修建活动场地', '建议在{place}修建群众活动场地。'),
  matter('民政', 'YM-MZJ', 'consultation', 3, '高龄补贴怎样申请', '咨询八十岁以上老人的高龄补贴。'),
  matter('公安', 'YM-GAJ', 'help', 3, '{place}车辆乱停', '{place}路口车辆乱停堵塞通道。'),
  matter('林业和草原', 'YM-LCJ', 'report', 1, '{place}滥伐林木', '{place}后山有人滥伐林木。'),
  matter('文化和旅游', 'YM-WLJ', 'suggestion', 2, '土林景区增设厕所', '建议在景区增设公共厕所。'),
];
