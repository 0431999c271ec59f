import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { followUp } from '@hotline/domain';

/** One follow-up: its lifecycle as a document, and beside it the columns that lists are filtered by. */
@Entity({ tableName: 'follow_up' })
export class FollowUpRow {
  @PrimaryKey({ type: 'uuid' }) followUpId!: string;
  @Property({ type: 'text' }) way!: string;
  @Property({ type: 'text' }) unit!: string;
  @Property({ type: 'text' }) status!: string;
  @Property({ columnType: 'date', type: 'string' }) plannedOn!: string;
  @Property({ columnType: 'uuid[]', type: 'array' }) ticketIds!: string[];
  @Property({ type: 'json' }) state!: followUp.FollowUp;
  @Property({ type: 'integer', version: true }) version!: number;
}
