import { mkdir, readdir, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { CLOCK, type Clock, fieldProblems, problemOf, ProblemException } from '@hotline/http';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from '../prefecture.config.js';
import { TransferBody } from '../transfer/transfer.dto.js';
import { TransferService } from '../transfer/transfer.service.js';
import { INBOX_COLUMNS, missingHeadings, repeatedHeadings, transferOfRow } from './inbox-columns.js';
import { readSheet, writeRejected, type RejectedRow, type Sheet, type SheetRow } from './workbook.js';

const REJECTED = '.rejected.xlsx';
const DONE = 'done';
/** Some thousand rows; a workbook takes a hundred times its size while it is read. */
const LARGEST_BYTES = 1_048_576;
const DAY_MS = 86_400_000;

/** Thrown when rows of a file must wait because intake does not answer; the file stays and is read again. */
class InboxWaits extends Error {}

/**
 * Takes transfers out of files that are dropped into a folder (Art. 14). A file moves to done/ only when each of its rows is registered or
 * written to `<file>.rejected.xlsx`; one that was left in the middle is read again, which registers nothing twice.
 */
@Injectable()
export class Inbox {
  readonly #log = new Logger('Inbox');

  constructor(
    private readonly transfers: TransferService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PREFECTURE_SETTINGS) private readonly config: PrefectureConfig,
  ) {}

  /** Handles every file that has settled; only one process at a time may do so. */
  async empty(folder: string): Promise<void> {
    await mkdir(join(folder, DONE), { recursive: true });
    await this.#forgetOld(join(folder, DONE), () => true);
    await this.#forgetOld(folder, (name) => name.endsWith(REJECTED) || name.endsWith(`${REJECTED}.part`));
    for (const name of (await readdir(folder)).sort()) {
      if (!/\.xlsx$/i.test(name) || name.endsWith(REJECTED) || name.startsWith('~$') || name.startsWith('.')) continue;
      if (!(await this.#hasSettled(join(folder, name)))) continue;
      if (!(await this.#handle(folder, name))) return; // intake is away: the others would fare no better
    }
  }

  /** False when the file must wait. The log names no file: people write what they like into names. */
  async #handle(folder: string, name: string): Promise<boolean> {
    const file = join(folder, name);
    try {
      const sheet = await this.#sheetOf(file);
      const rejected = typeof sheet === 'string' ? [{ row: 1, cells: [], reason: sheet }] : await this.#takeRows(sheet);
      const beside = join(folder, name.replace(/\.xlsx$/i, REJECTED));
      if (rejected.length > 0) {
        await writeRejected(`${beside}.part`, typeof sheet === 'string' ? Object.keys(INBOX_COLUMNS) : sheet.headings, rejected);
        await rename(`${beside}.part`, beside);
      }
      await rename(file, join(folder, DONE, `${new Date(this.clock.now()).toISOString().replace(/[:.]/g, '')}-${name}`));
      this.#log.log({ msg: 'a dropped file was handled', rejected: rejected.length });
      return true;
    } catch (error) {
      if (!(error instanceof InboxWaits)) throw error;
      this.#log.warn('a dropped file waits for intake');
      return false;
    }
  }

  /** The sheet, or why there is none to read. */
  async #sheetOf(file: string): Promise<Sheet | string> {
    if ((await stat(file)).size > LARGEST_BYTES) return '文件超过 1 MB，请拆分后重新投放';
    const sheet = await readSheet(file).catch(() => undefined);
    if (!sheet) return '不是可以读取的 .xlsx 文件，请在 Excel 中另存为“Excel 工作簿（.xlsx）”后重新投放';
    const missing = missingHeadings(sheet.headings);
    if (missing.length > 0) return `第一行缺少以下列名：${missing.join('、')}`;
    const repeated = repeatedHeadings(sheet.headings);
    return repeated.length > 0 ? `第一行有重复的列名，无法确定以哪一列为准：${repeated.join('、')}` : sheet;
  }

  async #takeRows(sheet: Sheet): Promise<RejectedRow[]> {
    const rejected: RejectedRow[] = [];
    for (const line of sheet.rows) {
      const reason = await this.#take(sheet.headings, line);
      if (reason !== undefined) rejected.push({ ...line, reason });
    }
    return rejected;
  }

  /** Why a row was not taken over; undefined when it was. */
  async #take(headings: readonly string[], { cells }: SheetRow): Promise<string | undefined> {
    const body = plainToInstance(TransferBody, transferOfRow(headings, cells));
    const faults = fieldProblems(await validate(body, { whitelist: true, forbidUnknownValues: true, validationError: { target: true, value: false } }));
    if (faults.length > 0) return faults.map(({ field, message }) => `${headingOf(field)}：${message}`).join('；');
    try {
      const outcome = await this.transfers.receive(body, 'xlsx');
      return outcome.ok ? undefined : problemOf(outcome.refusal).detail;
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      if (error.problem.status >= 500) throw new InboxWaits();
      const { detail, errors = [] } = error.problem;
      return errors.length > 0 ? errors.map(({ field, message }) => `${headingOf(field)}：${message}`).join('；') : detail;
    }
  }

  async #hasSettled(file: string): Promise<boolean> {
    const about = await stat(file);
    return about.isFile() && Date.now() - about.mtimeMs >= this.config.inboxSettleSeconds * 1_000;
  }

  /** What is done, and what was given back, holds names and words, so it stays no longer than it must. */
  async #forgetOld(folder: string, concerns: (name: string) => boolean): Promise<void> {
    for (const name of (await readdir(folder)).filter(concerns)) {
      const { mtimeMs } = await stat(join(folder, name));
      if (Date.now() - mtimeMs > this.config.inboxKeepDays * DAY_MS) await removeFile(join(folder, name));
    }
  }
}

/** The column that a field was read from, as its heading says it. */
function headingOf(field: string): string {
  const last = field.split('.').at(-1);
  return Object.entries(INBOX_COLUMNS).find(([, known]) => known === last)?.[0] ?? field;
}

/** What is gone is as good as removed; a folder is none of ours: nobody has read what is in it. */
async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!['ENOENT', 'EISDIR', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
