import { ApiProperty } from '@nestjs/swagger';

/** Where a version stands. */
export const VERSION_STAGES = { draft: '草稿', submitted: '待审核', 'sent-back': '已退回修改', 'in-force': '已发布', superseded: '已被新版本取代', withdrawn: '已撤回' } as const;
export type VersionStage = keyof typeof VERSION_STAGES;

const optionalText = { type: String, nullable: true } as const;
const optionalNumber = { type: 'integer', nullable: true } as const;

/** An entry without its text: what every command answers. */
export class EntrySummary {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() unit!: string;
  @ApiProperty({ type: 'integer', description: '条目的修改序号，用于 If-Match' }) version!: number;
  @ApiProperty({ enum: ['drafted', 'submitted', 'in-force', 'withdrawn'], description: '起草中、待审核、已发布、已撤回；已发布的条目修订时仍为已发布' }) status!: 'drafted' | 'submitted' | 'in-force' | 'withdrawn';
  @ApiProperty({ ...optionalNumber, description: '正在使用的版本' }) inForce!: number | null;
  @ApiProperty({ ...optionalNumber, description: '起草或审核中的版本；无权查看者为空' }) draft!: number | null;
  @ApiProperty({ ...optionalText, format: 'date', description: '复核日期' }) reviewOn!: string | null;
  @ApiProperty({ description: '最近一个可见版本的标题' }) title!: string;
}

export class EntryList {
  @ApiProperty({ type: [EntrySummary] }) items!: readonly EntrySummary[];
  @ApiProperty(optionalText) next!: string | null;
}

/** One version in full; those that are over stay readable. */
export class EntryVersion {
  @ApiProperty({ format: 'uuid' }) entryId!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: Object.keys(VERSION_STAGES) }) stage!: VersionStage;
  @ApiProperty() title!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: [String] }) keywords!: readonly string[];
  @ApiProperty(optionalText) subject!: string | null;
  @ApiProperty() source!: string;
  @ApiProperty({ ...optionalText, description: '退回或撤回的理由' }) reason!: string | null;
  @ApiProperty({ ...optionalText, format: 'date-time' }) publishedAt!: string | null;
  @ApiProperty({ ...optionalText, format: 'date-time', description: '被取代或撤回的时间' }) endedAt!: string | null;
}

export class EntryDetail extends EntrySummary {
  @ApiProperty({ type: [EntryVersion], description: '可见的各版本，新的在前' }) versions!: readonly EntryVersion[];
}

export class FoundEntry {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty() unit!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: '正文中与检索词有关的一段' }) snippet!: string;
  @ApiProperty(optionalText) subject!: string | null;
  @ApiProperty({ format: 'date', type: String }) reviewOn!: string;
}

export class FoundEntries {
  @ApiProperty({ type: [FoundEntry] }) items!: readonly FoundEntry[];
  @ApiProperty(optionalText) next!: string | null;
}
