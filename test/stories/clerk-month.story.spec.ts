import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { attachments, emergencies, sixChannels, transferFromAbove } from './clerk-intake.ts';
import { ClerkMonth } from './clerk-month.ts';
import { counties } from './county.ts';

let month: ClerkMonth;

/** September 2018: a Sunday night to begin with, a holiday on a Monday, two make-up days at the end, and a week off after it. */
describe.each(counties)('a clerk’s month in %s', (county) => {
  beforeAll(async () => void (month = await ClerkMonth.begin(county, '2018-09-02 23:00')), 180_000);
  afterAll(() => month?.end(), 60_000);

  it('[Art. 2, 10] six channels are open on a Sunday night, and each keeps what it brought', () => sixChannels(month), 60_000);
  it('[Art. 2, 12, 14] a transfer from the prefecture keeps its number and its time, and goes back to where it belongs', () => transferFromAbove(month), 60_000);
  it('[Art. 2, 10] a photo is kept as it was sent and only ever saved; what only calls itself a photo is refused', () => attachments(month), 60_000);
  it('[Art. 4, 6] an emergency is told to whom the pack names, with a clock by the wall', () => emergencies(month), 60_000);
});
