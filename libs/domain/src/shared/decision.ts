/** A decision: either the events that follow from a command, or the reason why it is refused. Refusals are values, not exceptions. */
export type Decision<Event, Slug extends string> =
  | { readonly accepted: true; readonly events: readonly Event[] }
  | { readonly accepted: false; readonly refusal: Refusal<Slug> };

/** Why a command is refused: a stable slug, the field it is about if there is one, and the values a person needs to mend it. */
export interface Refusal<Slug extends string = string> {
  readonly slug: Slug;
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export function accept<Event>(...events: readonly Event[]): { readonly accepted: true; readonly events: readonly Event[] } {
  return { accepted: true, events };
}

export function refuse<Slug extends string>(
  slug: Slug,
  about: { field?: string; values?: Readonly<Record<string, string | number>> } = {},
): { readonly accepted: false; readonly refusal: Refusal<Slug> } {
  return { accepted: false, refusal: { slug, ...about } };
}

/** What a shell answers after it has run a decision: the value to show, or the refusal to explain. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };
