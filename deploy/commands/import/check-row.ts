import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCalendar, type CalendarYear } from '@hotline/calendar';
import { history } from '@hotline/domain';
import { loadPolicyBook } from '@hotline/http/policy-book';
import { root } from '../../local/workspace.mjs';
import { county } from '../local-stack.ts';

/** A row that cannot come in: by documented column, a stable code and what to do, in Chinese. Never holds the petitioner's words. */
export interface Reason {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** Plans a row, or says what the platform would refuse, by the very decisions that the platform takes. */
export type RowCheck = (row: history.HistoryRow) => history.PlannedHistory;

/** Plans do not depend on a ticket's id or number; the platform gives the real ones. */
const REHEARSED = { ticketId: '00000000-0000-8000-8000-000000000000', number: 'rehearsed' };

/** The check against the platform's unit directory, this county's policies and the shipped calendar, as of `now`. */
export function rowCheck(units: history.HistoryRules['units'], now: number): RowCheck {
  const book = loadPolicyBook(process.env['HOTLINE_POLICY'] ?? join(root, 'deploy/policy'), county());
  const rules: history.HistoryRules = { ...REHEARSED, now, units, calendar: compileCalendar(shippedYears()), policyOn: book.policyAt, policyOf: book.policyOf };
  return (row) => history.planHistory(row, rules);
}

/** Working days matter to returns only, which a history file does not hold; the shipped years are as good as the published ones. */
function shippedYears(): CalendarYear[] {
  const folder = join(root, 'deploy/calendar');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CalendarYear);
}
