import { dateOf, type LocalDate } from '@hotline/domain/shared';

const FIRST_DAY = -719_162; // 0001-01-01
const LAST_DAY = 2_932_896; // 9999-12-31
const REMEMBERED_FROM = 10_957; // 2000-01-01
const REMEMBERED_DAYS = 36_525; // to 2099-12-31, some 300 kB when every day was asked for

/** `YYYY-MM-DD` of day numbers, remembered once made: formatting a date costs more than finding it. */
export class DateTexts {
  readonly #texts: (LocalDate | undefined)[] = [];

  /** Throws RangeError outside the years 1 to 9999, which the text form cannot hold. */
  of(day: number): LocalDate {
    const place = day - REMEMBERED_FROM;
    if (place >= 0 && place < REMEMBERED_DAYS) return (this.#texts[place] ??= dateOf(day));
    if (day >= FIRST_DAY && day <= LAST_DAY) return dateOf(day);
    throw new RangeError(`not a day of the years 1 to 9999: day number ${day}`);
  }
}
