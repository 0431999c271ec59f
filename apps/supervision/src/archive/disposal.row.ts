import { OptionalProps } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { archive } from '@hotline/domain';

@Entity({ tableName: 'disposal' })
export class DisposalRow {
  [OptionalProps]?: 'version';

  @PrimaryKey({ type: 'uuid' }) id!: string;
  @Property({ type: 'text' }) status!: archive.Disposal['status'];
  @Property({ type: 'datetime' }) proposedAt!: Date;
  @Property({ type: 'json' }) state!: archive.Disposal;
  @Property({ type: 'integer', version: true }) version!: number;
}
