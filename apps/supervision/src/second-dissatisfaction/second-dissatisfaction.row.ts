import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { secondDissatisfaction } from '@hotline/domain';

/** One candidate for the ground `second-dissatisfaction`. */
@Entity({ tableName: 'second_dissatisfaction' })
export class SecondDissatisfactionRow {
  @PrimaryKey({ type: 'text' }) visitId!: string;
  @Property({ type: 'uuid' }) ticketId!: string;
  @Property({ type: 'text' }) unit!: string;
  @Property({ type: 'text' }) status!: string;
  @Property({ type: 'json' }) state!: secondDissatisfaction.Candidate;
  @Property({ type: 'integer', version: true }) version!: number;
}
