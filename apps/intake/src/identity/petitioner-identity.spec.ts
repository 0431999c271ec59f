import { describe, expect, it } from '@jest/globals';
import { canBeContacted, masked } from './petitioner-identity.js';

const nobody = { name: null, contact: null, idNumber: null };

describe('[Art. 10] a petitioner is masked by default', () => {
  it.each([
    ['name', '张三丰', '张**'],
    ['name', '𠮷田', '𠮷**'],
    ['contact', '13800000000', '138****0000'],
    ['contact', '+8613800000000', '+86****0000'],
    ['contact', '0878-8211234', '****234'],
    ['contact', 'someone@example.org', 's***@example.org'],
    ['contact', '微信号', '****'],
    ['idNumber', '532328199001011234', '****1234'],
    ['idNumber', 'E1', '****'],
  ])('%s %s is shown as %s', (field, whole, shown) => {
    expect(masked({ ...nobody, [field]: whole })).toEqual({ ...nobody, [field]: shown });
  });
});

it.each([
  ['nothing at all', null, false],
  ['a name only', { ...nobody, name: '张三' }, false],
  ['a device only', { ...nobody, particulars: { deviceId: 'd-1' } }, false],
  ['a number', { ...nobody, contact: '13800000000' }, true],
  ['the number that called', { ...nobody, particulars: { callerNumber: '0878-8211234' } }, true],
  ['an account beside the device', { ...nobody, particulars: { accountId: 'a-1', deviceId: 'd-1' } }, true],
] as const)('[Art. 17] a petitioner who left %s can be contacted or not', (_name, identity, contactable) => {
  expect(canBeContacted(identity)).toBe(contactable);
});
