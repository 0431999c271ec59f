import { ApiProperty } from '@nestjs/swagger';
import { IsLocalDate, Text } from '@hotline/http';

export class ReadingsQuery {
  @Text(80, { optional: true, description: '政策包，例如 yuanmou-2018@1；默认为今日生效的' }) pack?: string;
}

export class PolicyQuery {
  @IsLocalDate({ optional: true, description: '哪一天生效的；默认今日' }) date?: string;
}

export class PolicyPackView {
  @ApiProperty({ example: 'yuanmou-2018@1' }) ref!: string;
  @ApiProperty() id!: string;
  @ApiProperty() version!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ format: 'date', nullable: true, type: String }) effectiveTo!: string | null;
  @ApiProperty({ description: '在所问日期生效' }) inForce!: boolean;
  @ApiProperty({ type: Object, description: '政策包全文：期限、上限、比例、权重' }) pack!: object;
}

export class PolicyView {
  @ApiProperty({ description: '县级行政区划代码' }) county!: string;
  @ApiProperty({ format: 'date' }) date!: string;
  @ApiProperty({ description: '在该日期生效的政策包' }) inForce!: string;
  @ApiProperty({ type: [PolicyPackView], description: '全部政策包，旧版一并保留' }) items!: PolicyPackView[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}

export class PolicyReadingView {
  @ApiProperty({ nullable: true, type: String, description: '在政策包中的位置；为空的是平台规则' }) path!: string | null;
  @ApiProperty() article!: string;
  @ApiProperty({ description: '解释' }) reading!: string;
  @ApiProperty({ description: '理由' }) reason!: string;
  @ApiProperty({ type: Object, nullable: true, description: '现行的值' }) value!: unknown;
}

export class PolicyReadingsView {
  @ApiProperty({ description: '所据的政策包' }) pack!: string;
  @ApiProperty({ type: [PolicyReadingView] }) items!: PolicyReadingView[];
  @ApiProperty({ nullable: true, type: String }) next!: string | null;
}
