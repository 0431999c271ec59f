import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { accountability } from '@hotline/domain';

/** One case of accountability: its lifecycle as a document, and beside it the columns that lists are filtered by. */
@Entity({ tableName: 'accountability_case' })
export class CaseRow {
  @PrimaryKey({ type: 'uuid' }) caseId!: string;
  @Property({ type: 'text' }) ground!: string;
  @Property({ type: 'text' }) unit!: string;
  @Property({ type: 'text' }) status!: string;
  @Property({ type: 'text', nullable: true }) candidateId!: string | null;
  @Property({ columnType: 'uuid[]', type: 'array' }) ticketIds!: string[];
  @Property({ type: 'json' }) state!: accountability.AccountabilityCase;
  @Property({ type: 'integer', version: true }) version!: number;
}
