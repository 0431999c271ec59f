import type { LocalDate } from '@hotline/domain/shared';

/** An official document of the county as content, without a thought of how a format draws it. Texts are plain; every renderer escapes them. */
export interface Paper {
  /** `document` has the wide margins of an official document (GB/T 9704), `form` leaves room for a table that fills the page. */
  readonly layout: 'document' | 'form';
  /** Issuing body, printed as the red head. */
  readonly issuer: string;
  /** Document number (文号) below the red head. */
  readonly number: string | null;
  /** Line breaks are kept. */
  readonly title: string;
  /** Local date of Asia/Shanghai; also the creation time inside the file, so that one content makes one file. */
  readonly date: LocalDate;
  /** Printed at the foot of each page beside its number. */
  readonly reference: string;
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | Note | Form | Table | Chart | Signature;

export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
}

/** Line breaks in the text are kept. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Begins at the margin, as an address does. */
  readonly flush?: boolean;
}

/** Small print below what it explains. */
export interface Note {
  readonly kind: 'note';
  readonly text: string;
}

/** A form of labelled boxes; a row has one or two of them. */
export interface Form {
  readonly kind: 'form';
  readonly rows: readonly FormRow[];
}

export interface FormRow {
  readonly boxes: readonly [FormBox] | readonly [FormBox, FormBox];
  /** Height in lines of writing, for boxes that are filled in by hand; default 1. */
  readonly lines?: number;
}

export interface FormBox {
  readonly label: string;
  /** Empty for a box that is filled in by hand. */
  readonly text: string;
}

/** A table whose head is repeated on each page; a row is never cut. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Printed when there are no rows. */
  readonly empty: string;
}

export interface Column {
  readonly title: string;
  /** Relative to the other columns. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** Counts as horizontal bars, in the order given. */
export interface Chart {
  readonly kind: 'chart';
  readonly caption: string;
  /** What is counted, e.g. `件`. */
  readonly unit: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** Who signs and seals, and when; the date of the paper when none is given. */
export interface Signature {
  readonly kind: 'signature';
  /** The last words of the text, which stay on the page of the seal: no seal under an empty page. */
  readonly closing: string;
  readonly body: string;
  readonly date: LocalDate | null;
}

/** `2018年10月8日` */
export function chineseDate(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
