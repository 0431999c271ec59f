import { Injectable } from '@nestjs/common';
import type { handling } from '@hotline/domain';
import { localDateOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** A file that is to be registered; the number comes from {@link PaperNumbers} once nothing else stands against it. */
export function unnumbered(pages: number | null, remark: string | null): handling.PaperFile {
  return { year: 0, number: 0, pages, remark };
}

/**
 * Gives out the numbers of the county's register of paper files (Art. 18): per year 1, 2, 3 … without a gap. Whoever registers holds the year's
 * row until the end of the transaction; a registration that is refused or rolled back uses no number.
 */
@Injectable()
export class PaperRegisterStore {
  /** Numbers for the files among these commands, taken after the cases were locked, never before. */
  async open(tx: Transaction, commands: readonly handling.HandlingCommand[]): Promise<PaperNumbers> {
    const years = [...new Set(commands.flatMap((command) => (command.type === 'RegisterPaper' && command.paper ? yearOf(command.at) : [])))].sort();
    if (years.length === 0) return new PaperNumbers(new Map());
    await tx.sql(`insert into paper_register_year (year, last_number) select year, 0 from unnest($1::integer[]) as needed (year) order by year on conflict do nothing`, [years]);
    const rows = await tx.sql<{ year: number; last_number: number }>(`select year, last_number from paper_register_year where year = any($1::integer[]) order by year for update`, [years]);
    return new PaperNumbers(new Map(rows.map((row) => [row.year, row.last_number])));
  }

  async close(tx: Transaction, numbers: PaperNumbers): Promise<void> {
    const used = [...numbers.used];
    if (used.length === 0) return;
    await tx.sql(
      `update paper_register_year set last_number = used.last_number from unnest($1::integer[], $2::integer[]) as used (year, last_number) where paper_register_year.year = used.year`,
      [used.map(([year]) => year), used.map(([, last]) => last)],
    );
  }
}

/** The numbers of one transaction. */
export class PaperNumbers {
  readonly used = new Map<number, number>();

  constructor(private readonly last: Map<number, number>) {}

  /** The command with the next number of its year; the same number again until {@link use} says that it was taken. */
  number(command: handling.HandlingCommand): handling.HandlingCommand {
    if (command.type !== 'RegisterPaper' || !command.paper) return command;
    const year = yearOf(command.at);
    return { ...command, paper: { ...command.paper, year, number: (this.last.get(year) ?? 0) + 1 } };
  }

  use(command: handling.HandlingCommand): void {
    if (command.type !== 'RegisterPaper' || !command.paper) return;
    const { year, number } = command.paper;
    this.last.set(year, number);
    this.used.set(year, number);
  }
}

function yearOf(at: Instant): number {
  return Number(localDateOf(at).slice(0, 4));
}
