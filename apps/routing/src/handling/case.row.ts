import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { handling } from '@hotline/domain';
import type { Category } from '@hotline/domain/shared';

/** The handling of one ticket; `state` is the whole truth, the columns beside it are what lists are asked for. Written by CaseStore alone. */
@Entity({ tableName: 'handling_case' })
export class CaseRow {
  @PrimaryKey({ type: 'uuid' })
  ticketId!: string;

  @Property({ type: 'text' })
  status!: handling.CaseState['status'];

  @Property({ type: 'text', nullable: true })
  category!: Category | null;

  @Property({ type: 'boolean' })
  prefectureTransfer!: boolean;

  @Property({ type: 'integer' })
  round!: number;

  /** Newest dispatch that was ever made; 0 before the first. */
  @Property({ type: 'integer' })
  dispatchNo!: number;

  /** Lead of the running dispatch. */
  @Property({ type: 'text', nullable: true })
  lead!: string | null;

  /** Assisting units that are still in the running dispatch. */
  @Property({ type: 'text[]' })
  assisting!: string[];

  /** Every unit that ever had the ticket. */
  @Property({ type: 'text[]' })
  units!: string[];

  @Property({ type: 'boolean' })
  supervised!: boolean;

  /** Key, difficult, hot (Art. 6). */
  @Property({ type: 'text[]' })
  marks!: string[];

  /** Accepted returns of a lead over the ticket's life. */
  @Property({ type: 'integer' })
  acceptedReturns!: number;

  /** The day on which conditions that were not ready are looked at again (Art. 9). */
  @Property({ type: 'date', nullable: true })
  reviewOn!: string | null;

  /** What waits for somebody: each task, and each with its unit as `task:unit`. */
  @Property({ type: 'text[]' })
  tasks!: string[];

  @Property({ type: 'timestamptz', nullable: true })
  openedAt!: Date | null;

  @Property({ type: 'jsonb' })
  state!: handling.CaseState;

  /** Why an imported history could not be replayed to its end; the case then stands at the last good step. */
  @Property({ type: 'text', nullable: true })
  historyRefusal!: string | null;

  @Property({ type: 'integer' })
  version!: number;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}

/** One event of a case with who caused it; its version is that of the wire event it was published as. */
@Entity({ tableName: 'case_step' })
export class StepRow {
  @PrimaryKey({ type: 'uuid' })
  ticketId!: string;

  @PrimaryKey({ type: 'integer' })
  version!: number;

  @Property({ type: 'text' })
  type!: handling.HandlingEvent['type'];

  @Property({ type: 'timestamptz' })
  at!: Date;

  @Property({ type: 'integer', nullable: true })
  dispatchNo!: number | null;

  @Property({ type: 'text', nullable: true })
  unit!: string | null;

  @Property({ type: 'text' })
  actor!: string;

  @Property({ type: 'text[]' })
  actorRoles!: string[];

  @Property({ type: 'text', nullable: true })
  actorUnit!: string | null;

  @Property({ type: 'jsonb' })
  event!: handling.HandlingEvent;

  @Property({ type: 'timestamptz' })
  recordedAt!: Date;
}
