import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What a principal leader put on record about a deputy (Art. 18); never deleted, revoked at most. */
@Entity({ tableName: 'deputy_authorisation' })
export class AuthorisationRow {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  unit!: string;

  /** Account of the deputy. */
  @Property({ type: 'text' })
  deputy!: string;

  @Property({ type: 'text' })
  documentNumber!: string;

  @Property({ type: 'date' })
  validFrom!: string;

  @Property({ type: 'date' })
  validTo!: string;

  @Property({ type: 'text' })
  grantedBy!: string;

  @Property({ type: 'timestamptz' })
  grantedAt!: Date;

  @Property({ type: 'text', nullable: true })
  revokedBy!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  /** The deputy was appointed principal leader. */
  @Property({ type: 'boolean' })
  appointed!: boolean;
}
