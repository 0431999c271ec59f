import { holdEndOf, unitSight, type SeenDispatch } from './unit-sight.js';

const dispatch = (returned: readonly string[] = [], takenBack = false): SeenDispatch => ({
  takenBack,
  parts: [
    { unit: 'water', role: 'lead', returned: returned.includes('water') },
    { unit: 'town', role: 'assisting', returned: returned.includes('town') },
  ],
});

describe('what a unit sees of a ticket', () => {
  it.each<[string, SeenDispatch, ReturnType<typeof holdEndOf>, ReturnType<typeof holdEndOf>]>([
    ['runs', dispatch(), null, null],
    ['was withdrawn or recalled', dispatch([], true), 'taken-back', 'taken-back'],
    ['was given back by the assisting unit', dispatch(['town']), null, 'own-return'],
    ['was given back by the lead', dispatch(['water']), 'own-return', 'lead-return'],
  ])('[Art. 10, 17(return)] of a dispatch that %s', (_name, one, lead, assisting) => {
    expect([holdEndOf('water', one), holdEndOf('town', one)]).toEqual([lead, assisting]);
    expect([unitSight('water', [one]), unitSight('town', [one]), unitSight('roads', [one])]).toEqual([lead ? 'own-acts' : 'matter', assisting ? 'own-acts' : 'matter', 'nothing']);
  });

  it('[Art. 10] is the matter again when it comes back', () => {
    expect([unitSight('water', [dispatch([], true), dispatch()]), unitSight('water', [])]).toEqual(['matter', 'nothing']);
  });
});
