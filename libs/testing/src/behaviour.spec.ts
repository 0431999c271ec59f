import { describe, expect, it } from '@jest/globals';
import { accept, refuse, type Decision } from '@hotline/domain/shared';
import { behaviour } from './behaviour.js';

type Event = { type: 'Added'; amount: number };
type Command = { type: 'Add'; amount: number };

const counter = {
  initial: { total: 0 },
  rules: { cap: 5 },
  decide: (state: { total: number }, command: Command, rules: { cap: number }): Decision<Event, 'over-the-cap'> =>
    state.total + command.amount > rules.cap ? refuse('over-the-cap', { field: 'amount', values: { cap: rules.cap } }) : accept<Event>({ type: 'Added', amount: command.amount }),
  evolve: (state: { total: number }, event: Event) => ({ total: state.total + event.amount }),
};

const two: Event = { type: 'Added', amount: 2 };

describe('behaviour', () => {
  const decided = () => behaviour(counter).given([two]).when({ type: 'Add', amount: 2 });
  const refused = () => behaviour(counter).given([two, two]).when({ type: 'Add', amount: 2 });

  it('passes on exactly the events, the state and the refusal that came of it', () => {
    decided().then([two]);
    decided().thenState({ total: 4 });
    refused().thenRefused('over-the-cap');
    refused().thenRefused('over-the-cap', { field: 'amount', values: { cap: 5 } });
    behaviour(counter).given([two, two]).when({ type: 'Add', amount: 2 }, { cap: 6 }).then([two]);
  });

  it.each([
    ['another event', () => decided().then([{ type: 'Added', amount: 3 }])],
    ['one event too many', () => decided().then([two, two])],
    ['no event', () => decided().then([])],
    ['another state', () => decided().thenState({ total: 5 })],
    ['a refusal of an accepted command', () => decided().thenRefused('over-the-cap')],
    ['events of a refused command', () => refused().then([two])],
    ['a state after a refusal', () => refused().thenState({ total: 4 })],
    ['another field of the refusal', () => refused().thenRefused('over-the-cap', { field: 'total', values: { cap: 5 } })],
  ])('fails on %s', (_, wrong) => {
    expect(wrong).toThrow();
  });

  it('fails on a decision that changes the state it was given', () => {
    const careless = { ...counter, decide: (state: { total: number }): Decision<Event, 'over-the-cap'> => ((state.total = 9), accept<Event>(two)) };
    expect(() => behaviour(careless).given([two]).when({ type: 'Add', amount: 1 })).toThrow();
  });
});
