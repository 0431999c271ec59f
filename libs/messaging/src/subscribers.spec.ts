import { describe, expect, it } from '@jest/globals';
import { accountsConfiguration } from './accounts.js';
import { natsAddress } from './nats-address.js';
import { parseSubscribers } from './subscribers.js';
import type { Topology } from './topology.js';

const stream = { subjects: ['hotline.532328.>'], maxAgeDays: 90, maxBytes: 1, duplicateWindowSeconds: 300 };
const topology: Topology = {
  streams: [{ ...stream, name: 'HOTLINE_532328' }, { ...stream, name: 'HOTLINE_DEAD_532328' }],
  consumers: [{ durable: 'sla-tickets', noun: 'ticket', events: ['ticket.registered.v1'] }],
};

describe('subscribers outside of the platform', () => {
  it('are named with the events that they hear', () => {
    expect(parseSubscribers('subscribers: [{ name: city-dashboard, events: [clock.overdue.v1] }]', topology)).toEqual([{ name: 'city-dashboard', events: ['clock.overdue.v1'] }]);
    expect(parseSubscribers('', topology)).toEqual([]);
  });

  it.each([
    ['subscribers: 3', 'must be a list'],
    ['subscribers: [{ name: City, events: [clock.overdue.v1] }]', 'not "City"'],
    ['subscribers: [{ events: [clock.overdue.v1] }]', 'a name has small letters'],
    ['subscribers: [{ name: one, events: [] }]', 'one names no events'],
    ['subscribers: [{ name: one, events: [clock.invented.v1] }]', 'one names "clock.invented.v1", which is no event'],
    ['subscribers: [{ name: sla, events: [clock.overdue.v1] }]', 'sla is the name of a user or consumer of the platform'],
    ['subscribers: [{ name: sla-tickets, events: [clock.overdue.v1] }]', 'sla-tickets is the name of a user or consumer of the platform'],
    ['subscribers: [{ name: operations, events: [clock.overdue.v1] }]', 'operations is the name'],
    ['subscribers: [{ name: one, events: [clock.overdue.v1] }, { name: one, events: [clock.overdue.v1] }]', 'one is there twice'],
    ['subscribers: [{ name: one-replay, events: [clock.overdue.v1] }, { name: one, events: [clock.overdue.v1] }]', 'one is there twice'],
  ])('refuses %s and says why', (yaml, reason) => {
    expect(() => parseSubscribers(yaml, topology)).toThrow(reason);
  });

  it('get a user whose password is in no file', () => {
    const text = accountsConfiguration('532328', topology, [{ name: 'city-dashboard', events: ['clock.overdue.v1'] }]);
    expect(text).toContain('{ user: "city-dashboard", password: $NATS_PASSWORD_CITY_DASHBOARD,');
  });
});

describe('the address of a bus', () => {
  it('is parted from the account, so that it can be shown', () => {
    expect(natsAddress('nats://sla:p%40ss@bus:4222')).toEqual({ servers: 'nats://bus:4222', user: 'sla', pass: 'p@ss', inboxPrefix: '_INBOX_sla' });
    expect(natsAddress('tls://bus:4222')).toEqual({ servers: 'tls://bus:4222' });
  });
});
