import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { visit } from '@hotline/domain';

/** One return visit: its lifecycle as a document, and beside it the columns that lists are filtered by. */
@Entity({ tableName: 'visit' })
export class VisitRow {
  @PrimaryKey({ type: 'text' }) visitId!: string;
  @Property({ type: 'uuid' }) ticketId!: string;
  @Property({ type: 'text' }) unit!: string;
  @Property({ type: 'text' }) status!: string;
  @Property({ type: 'text' }) basis!: string;
  @Property({ type: 'text', nullable: true }) caller!: string | null;
  @Property({ columnType: 'date', type: 'string', nullable: true }) dueOn!: string | null;
  @Property({ type: 'timestamptz' }) plannedAt!: Date;
  @Property({ type: 'json' }) state!: visit.Visit;
  @Property({ type: 'integer', version: true }) version!: number;
}
