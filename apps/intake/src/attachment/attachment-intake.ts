import { randomUUIDv7 as newId } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Refusal } from '@hotline/domain/shared';
import { CLOCK, ProblemException, type Clock } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { INTAKE_SETTINGS, type IntakeConfig } from '../intake.config.js';
import { FILE_TYPES, safeFileName } from './file-type.js';
import { MeteredStream, RefusedFile, sha256Of } from './metered-stream.js';
import { OBJECT_STORE, type ObjectStore } from './object-store.js';
import { removeLater } from './object-removal.js';
import { allowedTypes } from './open-object-store.js';

/** A file as it comes in. */
export interface IncomingFile {
  readonly name: string;
  readonly content: Readable;
}

/** An object that is stored and was read back, and that goes again within the hour unless a row is committed for it. */
export interface StoredObject {
  readonly objectKey: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** An upload takes seconds; what has no row an hour later never gets one. */
const UNCOMMITTED_MS = 3_600_000;
/** Each may hold two parts of 5 MB. */
const AT_ONCE = 3;

/** Takes files into the store: measured while they flow, read back afterwards, never whole in memory. */
@Injectable()
export class AttachmentIntake {
  readonly #log = new Logger('Attachments');
  #underWay = 0;

  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CLOCK) private readonly time: Clock,
    @Inject(INTAKE_SETTINGS) private readonly config: IntakeConfig,
  ) {}

  /** Throws 503 when too many come at once, and when what was read back is not what was sent. */
  async take({ name, content }: IncomingFile): Promise<StoredObject | Refusal> {
    if (this.#underWay >= AT_ONCE) throw ProblemException.of('unavailable', { detail: '正在上传的附件过多。' });
    this.#underWay++;
    try {
      return await this.#stored(name, content);
    } finally {
      this.#underWay--;
    }
  }

  /** At once where possible; what cannot be removed now is removed later. */
  async discard(objectKey: string): Promise<void> {
    await this.uow.run((tx) => removeLater(tx, [objectKey], this.time.now()));
  }

  async #stored(name: string, content: Readable): Promise<StoredObject | Refusal> {
    const objectKey = newId();
    await this.uow.run((tx) => removeLater(tx, [objectKey], this.time.now() + UNCOMMITTED_MS));
    const meter = new MeteredStream({ maxBytes: this.config.attachmentMaxBytes, allowed: allowedTypes(this.config), name });
    try {
      const kept = this.store.put(objectKey, meter).catch((error: unknown) => {
        meter.destroy(error instanceof Error ? error : undefined);
        throw error;
      });
      meter.on('error', () => undefined); // a small file may have flowed through before the store fails: nobody else listens then
      await Promise.all([pipeline(content, meter), kept]);
    } catch (error) {
      await this.discard(objectKey);
      if (error instanceof RefusedFile) return this.#refusalOf(error);
      throw error;
    }
    const { type, size, sha256 } = meter.measured;
    await this.#readBack(objectKey, sha256);
    return { objectKey, name: safeFileName(name, type), mediaType: FILE_TYPES[type].mediaType, size, sha256 };
  }

  async #readBack(objectKey: string, sent: string): Promise<void> {
    if ((await sha256Of(await this.store.get(objectKey))) === sent) return;
    await this.discard(objectKey);
    this.#log.error({ msg: 'an attachment was not stored as it was sent; it was discarded', objectKey });
    throw ProblemException.of('unavailable', { detail: '附件存储后的校验不一致，没有保存。', advice: '请重新上传；如持续出现，请联系系统管理员检查附件存储。' });
  }

  #refusalOf({ slug }: RefusedFile): Refusal {
    const { attachmentMaxBytes: max, attachmentTypes: allowed } = this.config;
    return { slug, field: 'file', values: { max, allowed } };
  }
}
