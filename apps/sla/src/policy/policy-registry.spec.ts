import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { policy } from '@hotline/domain';
import { openPolicyBook } from './policy-registry.js';

const shipped = readFileSync(resolve('deploy/policy/yuanmou-2018.yaml'), 'utf8');

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder with the shipped pack and one that follows it. */
function twoPacks(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-packs-'));
  folders.push(folder);
  writeFileSync(join(folder, 'first.yaml'), shipped);
  writeFileSync(join(folder, 'second.yaml'), shipped.replace('id: yuanmou-2018', 'id: yuanmou-2024').replace("effectiveFrom: '2018-07-12'", "effectiveFrom: '2024-01-01'"));
  return folder;
}

describe('the policy packs of the service', () => {
  it('are all of the folder, and the one in force follows from the date', () => {
    const book = openPolicyBook(join(twoPacks(), 'first.yaml'), '532328');
    expect(policy.policyRef(book.policyOf('yuanmou-2024@1'))).toBe('yuanmou-2024@1');
    expect(policy.policyRef(book.policyAt('2023-12-31'))).toBe('yuanmou-2018@1');
    expect(policy.policyRef(book.policyAt('2024-01-01'))).toBe('yuanmou-2024@1');
  });

  it('time a ticket by the default pack when its own is not installed, and warn of that once', () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const book = openPolicyBook(join(twoPacks(), 'first.yaml'), '532328');
    expect(policy.policyRef(book.policyOf('elsewhere@7'))).toBe('yuanmou-2018@1');
    expect(policy.policyRef(book.policyOf('elsewhere@7'))).toBe('yuanmou-2018@1');
    expect(warn.mock.calls).toEqual([[expect.stringContaining('elsewhere@7')]]);
    warn.mockRestore();
  });

  it('stop the boot when there is none for the county', () => {
    expect(() => openPolicyBook(twoPacks(), '532301')).toThrow('HOTLINE_COUNTY=532301');
  });
});
