import { resolve } from 'node:path';
import { shippedYears } from './calendar-seed.js';

const SHIPPED = resolve('deploy/calendar');

/** `layer year version` of what is seeded. */
const seededFor = (county: string): string[] => shippedYears(SHIPPED, county).map(({ layer, year, version }) => `${layer} ${year} v${version}`);

describe('the calendar years that ship with the product', () => {
  it('[reading 2.3] give the days off of a prefecture to its own counties alone, and the national ones to every county', () => {
    const inside = seededFor('532328');
    const outside = seededFor('539901');
    expect(inside).toContain('prefecture 2018 v1');
    expect(outside).toEqual(inside.filter((name) => name.startsWith('national ')));
    expect(outside).toContain('national 2018 v1');
  });
});
