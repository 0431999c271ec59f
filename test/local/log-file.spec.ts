import { appendFileSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { shortenLogs } from '../../deploy/local/log-file.ts';

const directory = mkdtempSync(join(tmpdir(), 'hotline-logs-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('the logs of a running stack', () => {
  it('are set aside when they have grown too large, and their writers go on in an empty file', () => {
    const [large, small] = [join(directory, 'large.log'), join(directory, 'small.log')];
    const writer = openSync(large, 'a');
    writeSync(writer, 'x'.repeat(101));
    writeFileSync(small, 'y');
    shortenLogs(directory, 100);
    writeSync(writer, 'next');
    closeSync(writer);
    appendFileSync(small, 'z');
    expect([large, `${large}.1`, small].map((file) => readFileSync(file, 'utf8'))).toEqual(['next', 'x'.repeat(101), 'yz']);
  });
});
