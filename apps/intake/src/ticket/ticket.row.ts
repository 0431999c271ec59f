import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { ticket } from '@hotline/domain';
import type { TicketStatus } from './ticket.view.js';

/** The parts of a ticket's state that nobody searches by; instants in milliseconds. */
export type Lifecycle = Pick<ticket.Ticket, 'scopeCode' | 'acceptedAt' | 'decline' | 'answer' | 'escalations' | 'categoryChanges'>;

/** One ticket as a command needs it; the petitioner's words stay in the table. */
@Entity({ tableName: 'ticket' })
export class TicketRow {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'text' }) number!: string;
  @Property({ type: 'integer', version: true }) version!: number;
  @Property({ type: 'text' }) channel!: ticket.Ticket['channel'];
  @Property({ type: 'text' }) petitionerKind!: ticket.Ticket['petitionerKind'];
  @Property({ type: 'text' }) category!: ticket.Ticket['category'];
  @Property({ type: 'text', nullable: true }) subject!: string | null;
  @Property({ type: 'text', nullable: true }) townCode!: string | null;
  @Property({ type: 'datetime' }) receivedAt!: Date;
  @Property({ type: 'text', nullable: true }) source!: string | null;
  @Property({ type: 'text', nullable: true }) externalId!: string | null;
  @Property({ type: 'text', nullable: true }) prefectureNumber!: string | null;
  @Property({ type: 'text' }) decision!: ticket.Ticket['status'];
  @Property({ type: 'json' }) lifecycle!: Lifecycle;
  @Property({ type: 'datetime', nullable: true }) firstDispatchedAt!: Date | null;
  /** The newest dispatch whose file was closed, 0 for none; kept by what follows routing. */
  @Property({ type: 'integer' }) closedNo!: number;
  /** Computed by the database; never written from here. */
  @Property({ type: 'text' }) status!: TicketStatus;
  @Property({ type: 'datetime', nullable: true }) disposedAt!: Date | null;
}
