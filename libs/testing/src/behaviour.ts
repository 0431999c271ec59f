import { expect } from '@jest/globals';
import type { Decision } from '@hotline/domain/shared';

/** The pure functions of one lifecycle: what is decided, and what follows from what happened. */
export interface Decider<State, Command, Event, Rules = undefined, Slug extends string = string> {
  readonly initial: State;
  readonly decide: (state: State, command: Command, rules: Rules) => Decision<Event, Slug>;
  readonly evolve: (state: State, event: Event) => State;
  /** Rules used unless `when` brings its own. */
  readonly rules: Rules;
}

/** What may be expected of a command. Every expectation compares whole values; it also proves that no input was changed. */
export interface Expectation<State, Event, Slug extends string> {
  /** Accepted with exactly these events, in this order. */
  then(events: readonly Event[]): void;
  /** Refused with this slug, and with exactly this field and these values where `about` is given. */
  thenRefused(slug: Slug, about?: { field?: string; values?: Readonly<Record<string, string | number>> }): void;
  /** Accepted, and the state after the events is exactly this. */
  thenState(state: State): void;
  /** The decision itself, for what the others cannot say. */
  readonly decision: Decision<Event, Slug>;
}

/**
 * `behaviour(decider).given(events).when(command).then(events)`: folds the events into a state, decides the command on it
 * and compares.
 */
export function behaviour<State, Command, Event, Rules = undefined, Slug extends string = string>(decider: Decider<State, Command, Event, Rules, Slug>) {
  return {
    given: (events: readonly Event[] = []) => ({
      when: (command: Command, rules: Rules = decider.rules): Expectation<State, Event, Slug> => {
        const state = events.reduce(decider.evolve, decider.initial);
        const before = structuredClone(state);
        const decision = decider.decide(state, command, rules);
        expect(state).toEqual(before);
        return expectations(decider, state, decision);
      },
    }),
  };
}

function expectations<State, Command, Event, Rules, Slug extends string>(
  decider: Decider<State, Command, Event, Rules, Slug>,
  state: State,
  decision: Decision<Event, Slug>,
): Expectation<State, Event, Slug> {
  return {
    decision,
    then: (events) => expect(decision).toStrictEqual({ accepted: true, events: [...events] }),
    thenRefused: (slug, about) => expect(decision).toStrictEqual({ accepted: false, refusal: about ? { slug, ...about } : expect.objectContaining({ slug }) }),
    thenState: (expected) => {
      expect(decision).toMatchObject({ accepted: true });
      const events = decision.accepted ? decision.events : [];
      expect(events.reduce(decider.evolve, state)).toStrictEqual(expected);
    },
  };
}
