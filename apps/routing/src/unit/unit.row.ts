import { OptionalProps } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { UnitKind } from '@hotline/domain/shared';

/** A handling unit as it is now. Staff only, never petitioners; still, phones are shown to the county and the unit itself alone. */
@Entity({ tableName: 'unit' })
export class UnitRow {
  [OptionalProps]?: 'version';

  @PrimaryKey({ type: 'text' })
  code!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  kind!: UnitKind;

  @Property({ type: 'boolean' })
  active!: boolean;

  @Property({ type: 'text' })
  leaderInCharge!: string;

  @Property({ type: 'text' })
  office!: string;

  @Property({ type: 'text', nullable: true })
  liaisonName!: string | null;

  @Property({ type: 'text', nullable: true })
  liaisonPhone!: string | null;

  @Property({ type: 'text' })
  principalLeader!: string;

  /** Matters the unit is responsible for, in words that a petitioner would use. */
  @Property({ type: 'text[]' })
  responsibilities!: string[];

  /** Code of the unit that took over when this one was merged. */
  @Property({ type: 'text', nullable: true })
  mergedInto!: string | null;

  @Property({ type: 'timestamptz' })
  recordedAt!: Date;

  @Property({ type: 'integer', version: true })
  version!: number;
}

/** One state of a unit with who recorded it; rows are only ever added, so that old tickets keep the name of their day. */
@Entity({ tableName: 'unit_record' })
export class UnitRecordRow {
  @PrimaryKey({ type: 'text' })
  code!: string;

  @PrimaryKey({ type: 'integer' })
  version!: number;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  kind!: UnitKind;

  @Property({ type: 'boolean' })
  active!: boolean;

  @Property({ type: 'text' })
  leaderInCharge!: string;

  @Property({ type: 'text' })
  office!: string;

  @Property({ type: 'text', nullable: true })
  liaisonName!: string | null;

  @Property({ type: 'text', nullable: true })
  liaisonPhone!: string | null;

  @Property({ type: 'text' })
  principalLeader!: string;

  /** Matters the unit is responsible for, in words that a petitioner would use. */
  @Property({ type: 'text[]' })
  responsibilities!: string[];

  /** Code of the unit that took over when this one was merged. */
  @Property({ type: 'text', nullable: true })
  mergedInto!: string | null;

  @Property({ type: 'timestamptz' })
  recordedAt!: Date;

  @Property({ type: 'text' })
  recordedBy!: string;
}
