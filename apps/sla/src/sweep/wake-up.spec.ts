import { jest } from '@jest/globals';
import type { Transaction } from '@hotline/persistence';
import type { ClockChange } from '../clock/clock-events.js';
import { WakeUp } from './wake-up.js';

const NOW = 1_536_544_800_000;

beforeEach(() => void jest.useFakeTimers({ now: NOW }));
afterEach(() => void jest.useRealTimers());

/** A transaction that commits when told to. */
function transaction(): { tx: Transaction; commit: () => void } {
  const work: (() => void)[] = [];
  return { tx: { afterCommit: (each: () => void) => void work.push(each) } as unknown as Transaction, commit: () => work.forEach((each) => each()) };
}

/** A change of a clock that is due at a moment, or never. */
function dueAt(wakeAt: number | null): ClockChange {
  return { stored: { clock: { wakeAt } }, events: [] } as unknown as ClockChange;
}

/** Milliseconds until a sleep ends. */
async function lengthOf(sleep: Promise<void>): Promise<number> {
  const started = Date.now();
  let ended = false;
  void sleep.then(() => (ended = true));
  for (let ms = 0; ms <= 2_000; ms++) {
    await jest.advanceTimersByTimeAsync(ended ? 0 : 1);
    if (ended) return Date.now() - started;
  }
  throw new Error('it sleeps for ever');
}

describe('the sleep of the sweep', () => {
  it('ends to the millisecond when the next clock is due', async () => {
    expect(await lengthOf(new WakeUp().sleepUntil(NOW + 300, NOW))).toBe(300);
  });

  it('ends after a second at the latest, whatever is waiting', async () => {
    expect(await lengthOf(new WakeUp().sleepUntil(NOW + 86_400_000, NOW))).toBe(1_000);
    expect(await lengthOf(new WakeUp().sleepUntil(null, NOW))).toBe(1_000);
  });

  it('ends at once when a commit brings a clock that is due earlier, not before the commit, and not for a later one', async () => {
    const wakeUp = new WakeUp();
    const [earlier, later] = [transaction(), transaction()];
    const sleep = wakeUp.sleepUntil(NOW + 500, NOW);
    wakeUp.afterCommit(earlier.tx, [dueAt(null), dueAt(NOW + 100)]);
    wakeUp.afterCommit(later.tx, [dueAt(NOW + 900)]);
    let ended = false;
    void sleep.then(() => (ended = true));
    later.commit();
    await jest.advanceTimersByTimeAsync(40);
    expect(ended).toBe(false);
    earlier.commit();
    await jest.advanceTimersByTimeAsync(0);
    expect(ended).toBe(true);
  });

  it('takes in what was committed while the sweep was at work', async () => {
    const wakeUp = new WakeUp();
    const { tx, commit } = transaction();
    wakeUp.beginSweep();
    wakeUp.afterCommit(tx, [dueAt(NOW + 70)]);
    commit();
    expect(await lengthOf(wakeUp.sleepUntil(NOW + 800, NOW))).toBe(70);
    wakeUp.beginSweep();
    expect(await lengthOf(wakeUp.sleepUntil(NOW + 870, NOW + 70))).toBe(800);
  });
});
