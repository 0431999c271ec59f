import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { supervisionOrder } from '@hotline/domain';

/** One supervision order: its lifecycle as a document, and beside it the columns that lists are filtered by. */
@Entity({ tableName: 'supervision_order' })
export class OrderRow {
  @PrimaryKey({ type: 'text' }) orderId!: string;
  @Property({ type: 'text' }) orderNo!: string;
  @Property({ type: 'uuid' }) ticketId!: string;
  @Property({ type: 'text' }) unit!: string;
  @Property({ type: 'text' }) status!: string;
  @Property({ type: 'timestamptz' }) issuedAt!: Date;
  @Property({ type: 'json' }) state!: supervisionOrder.SupervisionOrder;
  @Property({ type: 'integer', version: true }) version!: number;
}
