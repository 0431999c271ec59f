import { orderFrom } from '../../deploy/commands/streams/order.ts';
import { serviceNames } from '../../deploy/local/layout.ts';

describe('npm run streams', () => {
  it('applies the topology unless told otherwise', () => {
    expect(orderFrom([])).toEqual({ verb: 'apply', replicas: 1 });
    expect(orderFrom(['apply', '--replicas', '3'])).toEqual({ verb: 'apply', replicas: 3 });
    expect(orderFrom(['apply', '--max-gib', '160'])).toEqual({ verb: 'apply', replicas: 1, maxGib: 160 });
    expect(orderFrom(['refill', '--help'])).toEqual({ verb: 'help' });
  });

  it('refills from all services or from those named, from an instant on', () => {
    expect(orderFrom(['refill'])).toEqual({ verb: 'refill', services: serviceNames, since: undefined });
    expect(orderFrom(['refill', 'sla', 'intake', '--since', '2018-09-21T08:00:00+08:00'])).toEqual({ verb: 'refill', services: ['intake', 'sla'], since: new Date('2018-09-21T00:00:00Z') });
  });

  it('tells where one subscriber connects', () => {
    expect(orderFrom(['address', 'example'])).toEqual({ verb: 'address', subscriber: 'example' });
  });

  it.each([[['drop']], [['address']], [['address', 'a', 'b']], [['address', 'a', '--replicas', '3']], [['apply', 'sla']], [['apply', '--since', '2018-09-21T00:00:00Z']], [['refill', '--replicas', '3']], [['--replicas', '2']], [['--max-gib', '0']], [['refill', '--max-gib', '3']], [['--all']]])('says how to call it: %j', (args) => {
    expect(() => orderFrom(args)).toThrow('用法：');
  });

  it.each(['2018-09-21', '2018-09-21T08:00:00', '2018-13-41T08:00:00Z', '昨天'])('takes no instant that is not one everywhere: %s', (since) => {
    expect(() => orderFrom(['refill', '--since', since])).toThrow('--since');
    expect(() => orderFrom(['refill', 'slow'])).toThrow('没有服务“slow”');
  });
});
