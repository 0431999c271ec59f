import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { appraisal, policy } from '@hotline/domain';

/** What is kept of the freeze itself: the values it was computed with and what came out. */
export interface FrozenResults {
  readonly scheme: policy.AppraisalScheme;
  readonly smallSample: number;
  readonly results: readonly appraisal.UnitScore[];
}

/** One version of the appraisal of one period: its lifecycle as a document, and beside it the columns that lists are filtered by. */
@Entity({ tableName: 'appraisal_period' })
export class PeriodRow {
  @PrimaryKey({ type: 'text' }) periodId!: string;
  @Property({ type: 'text' }) name!: string;
  @Property({ type: 'integer' }) periodVersion!: number;
  @Property({ type: 'text' }) kind!: string;
  @Property({ type: 'text' }) status!: string;
  @Property({ type: 'date' }) fromDay!: string;
  @Property({ type: 'date' }) toDay!: string;
  @Property({ type: 'json' }) state!: appraisal.AppraisalPeriod;
  @Property({ type: 'json', nullable: true }) frozen!: FrozenResults | null;
  @Property({ type: 'integer', version: true }) revision!: number;
}
