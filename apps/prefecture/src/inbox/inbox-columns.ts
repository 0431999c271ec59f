import { CATEGORIES, PETITIONER_KINDS } from '@hotline/domain/shared';

/** The columns of a file that is dropped into the inbox, by their headings; their order does not matter, others are ignored. */
export const INBOX_COLUMNS = {
  州级编号: 'number',
  转办时间: 'transferredAt',
  要求办结日期: 'dueOn',
  诉求人类别: 'petitionerKind',
  诉求类别: 'category',
  事项分类: 'subject',
  乡镇代码: 'townCode',
  事发地点: 'place',
  标题: 'title',
  内容: 'text',
  姓名: 'name',
  联系方式: 'contact',
  证件号码: 'idNumber',
  要求保密: 'secret',
} as const;
export type InboxField = (typeof INBOX_COLUMNS)[keyof typeof INBOX_COLUMNS];

const REQUIRED = ['州级编号', '转办时间', '诉求类别', '标题', '内容'] as const;
const PETITIONER_FIELDS: readonly string[] = ['name', 'contact', 'idNumber', 'secret'];
const YES: Readonly<Record<string, boolean>> = { 是: true, 否: false, true: true, false: false };

/** The required headings that a file lacks. */
export function missingHeadings(headings: readonly string[]): readonly string[] {
  return REQUIRED.filter((heading) => !headings.includes(heading));
}

/** The known headings that stand more than once: nobody can tell which column is meant. */
export function repeatedHeadings(headings: readonly string[]): readonly string[] {
  return Object.keys(INBOX_COLUMNS).filter((known) => headings.indexOf(known) !== headings.lastIndexOf(known));
}

/**
 * A row as the webhook would bring it; what cannot be read is left as it is for the check to name. Chinese words stand for codes,
 * a moment without an offset is read as Asia/Shanghai.
 */
export function transferOfRow(headings: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const petitioner: Record<string, unknown> = {};
  headings.forEach((heading, index) => {
    const field = Object.hasOwn(INBOX_COLUMNS, heading) ? INBOX_COLUMNS[heading as keyof typeof INBOX_COLUMNS] : undefined;
    const cell = (cells[index] ?? '').trim();
    if (field === undefined || cell === '') return;
    (PETITIONER_FIELDS.includes(field) ? petitioner : fields)[field] = valueOf(field, cell);
  });
  return Object.keys(petitioner).length > 0 ? { ...fields, petitioner } : fields;
}

function valueOf(field: InboxField, cell: string): unknown {
  switch (field) {
    case 'transferredAt':
      return momentOf(cell);
    case 'dueOn':
      return momentOf(cell).slice(0, 10);
    case 'petitionerKind':
      return codeOf(PETITIONER_KINDS, cell);
    case 'category':
      return codeOf(CATEGORIES, cell);
    case 'secret':
      return YES[cell] ?? cell;
    case 'number':
    case 'subject':
    case 'townCode':
    case 'place':
    case 'title':
    case 'text':
    case 'name':
    case 'contact':
    case 'idNumber':
      return cell;
  }
}

function codeOf(words: Readonly<Record<string, string>>, cell: string): string {
  return Object.entries(words).find(([, word]) => word === cell)?.[0] ?? cell;
}

function momentOf(cell: string): string {
  const [, date, time = '00:00', seconds = ':00'] = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})(?:[ T](\d{1,2}:\d{2})(:\d{2})?)?$/.exec(cell) ?? [];
  if (date === undefined) return cell;
  const [year, month = '', day = ''] = date.split(/[-/]/);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time.padStart(5, '0')}${seconds}+08:00`;
}
