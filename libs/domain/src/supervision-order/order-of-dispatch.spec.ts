import type { SupervisionOrder } from './supervision-order.js';
import { ENDED_WITH, termsOfDispatch, type DispatchGround } from './order-of-dispatch.js';

const order = (parts: Partial<SupervisionOrder> = {}, round = 1): { round: number; order: SupervisionOrder } => ({
  round,
  order: {
    status: 'issued', orderNo: '督办〔2018〕1号', ticketId: 't', dispatchNo: round, unit: 'water', ground: 'leader-instruction', finding: null,
    issuer: { person: null, body: '县政府督查室' }, requirement: '包案', workingDays: 5, issuedAt: 1, reminders: [], reports: [], lifted: null, ...parts,
  },
});
const lifted = (reason: string): Partial<SupervisionOrder> => ({ status: 'lifted', lifted: { reason, at: 2 } });
const told = (ground: DispatchGround['ground'], inherited = false): DispatchGround => ({ ground, inherited });
const next = { round: 1, unit: 'town' };
const terms = { ground: 'leader-instruction', requirement: '包案', workingDays: 5, issuingBody: '县政府督查室' };

describe('the order of a dispatch', () => {
  it('[Art. 15(3)] is for the ground it was told, where nothing was before', () => {
    expect(termsOfDispatch(told('enterprise'), next, [])).toEqual({ ground: 'enterprise' });
    expect(termsOfDispatch(told('enterprise', true), next, [])).toEqual({ ground: 'enterprise' });
    expect(termsOfDispatch(told(null), next, [])).toBeNull();
  });

  it.each([[lifted(ENDED_WITH.dispatch)], [{}]])('[Art. 15(3)] goes on with the terms of the one that a return or recall interrupted', (state) => {
    for (const ground of [told(null), told('leader-instruction'), told('leader-instruction', true), told('enterprise', true)]) expect(termsOfDispatch(ground, next, [order(state)])).toEqual(terms);
    expect(termsOfDispatch(told('enterprise'), next, [order(state)])).toEqual({ ground: 'enterprise' });
  });

  it('[Art. 15(3)] does not come back after a person lifted it, in this round or the next, unless its ground is named anew', () => {
    const earlier = [order(lifted('已整改'))];
    for (const round of [1, 2])
      for (const ground of [told(null), told('leader-instruction', true)]) expect(termsOfDispatch(ground, { ...next, round }, earlier)).toBeNull();
    expect(termsOfDispatch(told('leader-instruction'), next, earlier)).toEqual({ ground: 'leader-instruction' });
  });

  it('[Art. 15(3)] follows the last of several: a person’s lifting of an older one does not end what was ordered since', () => {
    expect(termsOfDispatch(told('enterprise', true), next, [order({ ...lifted('已整改'), ground: 'enterprise' }), order(lifted(ENDED_WITH.dispatch))])).toEqual(terms);
    expect(termsOfDispatch(told('leader-instruction', true), next, [order(lifted(ENDED_WITH.dispatch)), order(lifted('已整改'))])).toBeNull();
  });

  it('[Art. 15(3)] is issued anew in a further round, without the terms of the file that was closed', () => {
    const earlier = [order(lifted(ENDED_WITH.file))];
    expect(termsOfDispatch(told('leader-instruction', true), { ...next, round: 2 }, earlier)).toEqual({ ground: 'leader-instruction' });
    expect(termsOfDispatch(told(null), { ...next, round: 2 }, earlier)).toBeNull();
  });

  it('[Art. 15(3)] for a second dissatisfaction is about the unit that the finding names', () => {
    const earlier = [order({ ...lifted(ENDED_WITH.dispatch), ground: 'second-dissatisfaction' })];
    expect(termsOfDispatch(told(null), next, earlier)).toBeNull();
    expect(termsOfDispatch(told(null), { ...next, unit: 'water' }, earlier)).toEqual({ ...terms, ground: 'second-dissatisfaction' });
  });
});
