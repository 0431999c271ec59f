import { orderFrom } from '../../deploy/commands/verify/order.ts';
import { serviceNames } from '../../deploy/local/layout.ts';

describe('npm run verify', () => {
  it('takes the audit logs of all services, or of those named, with any number of anchor files', () => {
    expect(orderFrom(['audit'])).toEqual({ verb: 'audit', services: serviceNames, anchors: [], database: undefined });
    expect(orderFrom(['audit', '--service', 'sla', '--service', 'intake', '--anchors', 'a', '--anchors', 'b', '--database', 'postgresql://x'])).toEqual({
      verb: 'audit',
      services: ['intake', 'sla'],
      anchors: ['a', 'b'],
      database: 'postgresql://x',
    });
    expect(orderFrom(['audit', '--help'])).toEqual({ verb: 'help' });
  });

  it.each([[[]], [['tickets']], [['audit', 'intake']], [['audit', '--all']], [['audit', '--anchors']]])('says how to call it: %j', (args) => {
    expect(() => orderFrom(args)).toThrow('用法：');
  });

  it('knows its services', () => {
    expect(() => orderFrom(['audit', '--service', 'slow'])).toThrow('没有服务“slow”');
  });
});
