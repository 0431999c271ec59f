import { isUnitBound, mayActFor } from './index.js';

describe('acting for a unit', () => {
  it('is for accounts of that very unit', () => {
    expect(mayActFor({ subject: 'a', roles: ['unit'], unit: 'YM-01' }, 'YM-01')).toBe(true);
    expect(mayActFor({ subject: 'a', roles: ['leader'], unit: 'YM-01' }, 'YM-01')).toBe(true);
    expect(mayActFor({ subject: 'a', roles: ['unit'], unit: 'YM-01' }, 'YM-02')).toBe(false);
    expect(mayActFor({ subject: 'a', roles: ['dispatcher'], unit: 'YM-01' }, 'YM-01')).toBe(false);
    expect(mayActFor({ subject: 'a', roles: ['admin'] }, 'YM-01')).toBe(false);
  });

  it('binds only callers who have no county role beside', () => {
    expect(isUnitBound({ subject: 'a', roles: ['unit', 'leader'], unit: 'YM-01' })).toBe(true);
    expect(isUnitBound({ subject: 'a', roles: ['unit', 'supervisor'], unit: 'YM-01' })).toBe(false);
    expect(isUnitBound({ subject: 'a', roles: ['dispatcher'] })).toBe(false);
    expect(isUnitBound({ subject: 'a', roles: [] })).toBe(false);
  });
});
