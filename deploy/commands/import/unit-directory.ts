import type { history } from '@hotline/domain';
import type { HotlineApi } from '../hotline-api.ts';

/** A unit as the list of the directory shows it. */
interface ListedUnit {
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  readonly liaison: unknown;
}

/** The whole unit directory of the platform by code, in the form in which rows are checked. */
export async function unitDirectory(api: HotlineApi): Promise<history.HistoryRules['units']> {
  const units = await api.all<ListedUnit>('/routing/v1/units');
  return Object.fromEntries(units.map(({ code, name, active, liaison }) => [code, { name, active, hasLiaison: liaison !== null }]));
}
