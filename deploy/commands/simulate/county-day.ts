import type { Category } from '@hotline/domain/shared';
import type { Agenda } from './agenda.ts';
import type { Chance } from './chance.ts';
import type { HttpLine } from './http-line.ts';

/** What everybody in the simulated county works with. */
export interface County {
  readonly line: HttpLine;
  readonly agenda: Agenda;
  readonly chance: Chance;
  /** Working days of each category's limit and of its extension, as the policy pack has them. */
  readonly limits: Readonly<Record<Category, { readonly resolve: number; readonly extensionCap: number }>>;
  /** Why a consultation's, or a transferred ticket's, extension goes to the prefecture too. */
  readonly prefectureReviews: readonly string[];
}
