import { gauge, metricsText, type Reading } from './metrics.js';

/** Lines of one metric with their values, without the comments. */
async function shown(name: string): Promise<string[]> {
  const lines = (await metricsText()).split('\n');
  return lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length).replace(/ \d{10,}$/, ''));
}

describe('a gauge', () => {
  it('shows what is read at the moment of the collection', async () => {
    let value = 3;
    const takeAway = gauge('specimen_lag', 'Specimen', () => value);
    expect(await shown('specimen_lag')).toEqual([' 3']);
    value = 5;
    expect(await shown('specimen_lag')).toEqual([' 5']);
    takeAway();
  });

  it('shows NaN for what is no longer read, fails or hangs, never the last good value', async () => {
    let read: () => Reading | Promise<Reading> = () => [{ value: 1, attributes: { durable: 'a' } }, { value: 2, attributes: { durable: 'b' } }];
    const takeAway = gauge('specimen_queue', 'Specimen', () => read());
    expect(await shown('specimen_queue')).toEqual(['{durable="a"} 1', '{durable="b"} 2']);
    read = () => [{ value: 4, attributes: { durable: 'b' } }];
    expect(await shown('specimen_queue')).toEqual(['{durable="a"} NaN', '{durable="b"} 4']);
    read = () => Promise.reject(new Error('down'));
    expect((await shown('specimen_queue')).sort()).toEqual(['{durable="a"} NaN', '{durable="b"} NaN']);
    read = () => [{ value: 9, attributes: { durable: 'b' } }];
    expect(await shown('specimen_queue')).toContain('{durable="b"} 9');
    read = () => new Promise<Reading>(() => undefined);
    expect((await shown('specimen_queue')).filter((line) => line.startsWith('{durable="b"}'))).toEqual(['{durable="b"} NaN']);
    takeAway();
  });
});
