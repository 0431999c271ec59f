import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, MATTER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;

describe('registration', () => {
  it.each(['phone', 'sms', 'email', 'website', 'wechat', 'app'])('[Art. 2] takes a matter in by %s and tells of it once, without a word of the petitioner', async (channel) => {
    const place = { subject: '城乡建设', townCode: '532328101', place: '元马镇龙川街' };
    const response = await intake.register({ channel, ...place, receivedAt: '2018-11-03T23:30:00+08:00', source: 'old', externalId: channel });
    const { id, number, registeredAt } = response.body;
    const shown = { channel, petitionerKind: 'individual', category: 'help', subject: '城乡建设', townCode: '532328101', source: 'old', externalId: channel };
    const rest = { receivedAt: '2018-11-03T15:30:00.000Z', dispatchedAt: null, prefectureNumber: null, confidential: false };
    expect([response.status, response.body]).toEqual([201, { id, number, version: 1, status: 'registered', registeredAt, ...shown, ...rest }]);
    expect(response.headers).toMatchObject({ location: `/intake/v1/tickets/${id}`, etag: '"v1"' });
    expect(number).toMatch(/^YM\d{8}-\d{6}$/);
    const [event] = (await intake.service.told()).filter(({ subject }) => subject === id);
    const { source: origin, ...wire } = shown;
    expect(event).toMatchObject({ version: 1, type: 'hotline.ticket.registered.v1', data: { ticketId: id, number, ...wire, origin, receivedAt: rest.receivedAt } });
    const audit = await intake.service.sql('select actor, roles, action, details from audit_entry where target = $1', [id]);
    expect(audit).toEqual([{ actor: 'operator', roles: ['operator'], action: 'RegisterTicket', details: {} }]);
  });

  it('[Art. 10, 17] tells that nobody can be contacted, and of who can be contacted nothing', async () => {
    const [anonymous, known] = [await intake.register(), await intake.register({ petitioner: { contact: '13800000000' } })].map(({ body }) => body.id as string);
    const dataOf = async (id?: string) => (await intake.service.told()).filter(({ subject }) => subject === id).map(({ data }) => data);
    expect(await dataOf(anonymous)).toMatchObject([{ contactable: false }]);
    const [told] = await dataOf(known);
    expect(told).not.toHaveProperty('contactable');
    expect(JSON.stringify(told)).not.toContain('138');
  });

  it('publishes what it told', async () => {
    const id = await intake.registered();
    await eventually(async () => expect(await intake.service.sql('select outbox_unsent.id as waiting from outbox left join outbox_unsent using (id) where aggregate = $1', [id])).toEqual([{ waiting: null }]));
  });

  it('numbers the tickets of a day without a double', async () => {
    const responses = await Promise.all(Array.from({ length: 150 }, () => intake.register()));
    expect(new Set(responses.map(({ body }) => body.number)).size).toBe(150);
    expect(responses.every(({ status }) => status === 201)).toBe(true);
  });

  describe('of a prefecture transfer', () => {
    it('[Art. 12] needs the number of the prefecture, which no other ticket has', async () => {
      const transfer = { channel: 'prefecture', prefectureNumber: 'CX-2018-0001' };
      const [own, again] = [await intake.register(transfer, 'prefecture'), await intake.register(transfer, 'operator')];
      expect([own, again].map(verdict)).toEqual(['201', '409 prefecture-number-already-registered']);
      expect(again.body.detail).toContain(own.body.number);
      expect(verdict(await intake.register({ channel: 'prefecture' }, 'prefecture'))).toBe('422 prefecture-number-missing');
      expect(verdict(await intake.register({ prefectureNumber: 'CX-2018-0002' }))).toBe('422 prefecture-number-without-transfer');
    });

    it('is all that the prefecture may register', async () => {
      expect(verdict(await intake.register({}, 'prefecture'))).toBe('403 channel-not-for-the-prefecture');
    });
  });

  describe('of an origin that is known', () => {
    it('is refused and names the ticket', async () => {
      const first = await intake.register({ source: 'wechat-mini', externalId: 'W-1' });
      const second = await intake.register({ source: 'wechat-mini', externalId: 'W-1' });
      expect(verdict(second)).toBe('409 external-id-already-registered');
      expect(second.body.detail).toContain(first.body.number);
      expect(second.body.errors).toMatchObject([{ field: 'externalId' }]);
      expect(verdict(await intake.register({ source: 'another', externalId: 'W-1' }))).toBe('201');
      expect(verdict(await intake.register({ externalId: 'W-2' }))).toBe('422 external-id-without-source');
    });

    it('costs nobody else in the same batch anything', async () => {
      await intake.registered({ source: 'crowd', externalId: 'taken' });
      const before = await intake.count('ticket');
      const externalIds = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? 'taken' : index % 3 === 1 ? 'wanted-by-all' : `own-${index}`));
      const responses = await Promise.all(externalIds.map((externalId) => intake.register({ source: 'crowd', externalId })));
      const verdictsOf = (wanted: string): string[] => responses.filter((_, index) => externalIds[index] === wanted).map(verdict);
      expect(new Set(verdictsOf('taken'))).toEqual(new Set(['409 external-id-already-registered']));
      expect(verdictsOf('wanted-by-all').filter((each) => each === '201')).toHaveLength(1);
      expect(responses.filter((_, index) => index % 3 === 2).every(({ status }) => status === 201)).toBe(true);
      expect(await intake.count('ticket')).toBe(before + 21);
    });
  });

  describe('under an Idempotency-Key', () => {
    it('fifty at once make one ticket, and each gets its answer', async () => {
      const before = await intake.count('ticket');
      const responses = await Promise.all(Array.from({ length: 50 }, () => intake.register({}, 'operator', { 'Idempotency-Key': 'fifty' })));
      for (const { status, body } of responses) expect([status, body]).toEqual([201, responses[0]?.body]);
      const later = await intake.register({}, 'operator', { 'Idempotency-Key': 'fifty' });
      expect(later.body).toEqual(responses[0]?.body);
      expect(await intake.count('ticket')).toBe(before + 1);
      expect(await intake.told(later.body.id)).toEqual(['1 ticket.registered.v1']);
    });

    it('another body is refused, at once and later', async () => {
      const key = { 'Idempotency-Key': 'two-bodies' };
      const responses = await Promise.all([intake.register({ title: '甲' }, 'operator', key), intake.register({ title: '乙' }, 'operator', key)]);
      expect(responses.map(verdict).sort()).toEqual(['201', '422 idempotency-key-reused']);
      expect(verdict(await intake.register({ title: '丙' }, 'operator', key))).toBe('422 idempotency-key-reused');
      expect(verdict(await intake.register({ title: '丙' }, 'operator', { 'Idempotency-Key': 'ü' }))).toBe('400 idempotency-key-malformed');
    });

    it('two callers may use the same one', async () => {
      const transfer = (prefectureNumber: string, caller: string) => intake.register({ channel: 'prefecture', prefectureNumber }, caller, { 'Idempotency-Key': 'shared' });
      expect((await Promise.all([transfer('CX-A', 'operator'), transfer('CX-B', 'prefecture')])).map(verdict)).toEqual(['201', '201']);
    });

    it('a refused registration leaves the key free', async () => {
      await intake.registered({ source: 'free', externalId: 'F-1' });
      const keys = await intake.count('idempotency_key');
      const key = { 'Idempotency-Key': 'free' };
      const refused = { source: 'free', externalId: 'F-1' };
      const crowd = [...Array.from({ length: 20 }, () => refused), ...Array.from({ length: 20 }, () => ({ source: 'free', externalId: 'F-2' }))];
      const verdicts = (await Promise.all(crowd.map((fields) => intake.register(fields, 'operator', key)))).map(verdict);
      // Whichever came first: the refused ones are refused for what they are or for the key, the others share one ticket.
      expect(new Set(verdicts.slice(20))).toEqual(new Set(['201']));
      expect(verdicts.slice(0, 20).every((each) => ['409 external-id-already-registered', '422 idempotency-key-reused'].includes(each))).toBe(true);
      expect(await intake.count('idempotency_key')).toBe(keys + 1);
    });
  });

  it.each([
    ['an unknown field', { phone: '13800000000' }, '400 validation-failed', ['phone']],
    ['an unknown field of the petitioner', { petitioner: { phone: '13800000000' } }, '400 validation-failed', ['petitioner.phone']],
    ['a channel that is none', { channel: 'fax' }, '400 validation-failed', ['channel']],
    ['no category', { category: undefined }, '400 validation-failed', ['category']],
    ['a blank title', { title: '  ' }, '400 validation-failed', ['title']],
    ['a title too long', { title: '长'.repeat(201) }, '400 validation-failed', ['title']],
    ['a date that does not exist', { receivedAt: '2018-02-30T09:00:00+08:00' }, '400 validation-failed', ['receivedAt']],
    ['a time without its zone', { receivedAt: '2018-02-20T09:00:00' }, '400 validation-failed', ['receivedAt']],
    ['a receipt in the future', { receivedAt: '2099-01-01T00:00:00Z' }, '422 in-the-future', ['receivedAt']],
    ['a number where a text belongs', { title: 12345 }, '400 validation-failed', ['title']],
    ['a NUL character', { text: 'a\0b' }, '400 character-refused', ['text']],
    ['a petitioner that is none', { petitioner: '张三' }, '400 validation-failed', ['petitioner']],
  ])('refuses %s and writes nothing', async (_, fields, expected, named) => {
    const before = [await intake.count('ticket'), await intake.count('outbox'), await intake.count('audit_entry')];
    const response = await intake.register(fields);
    expect([verdict(response), response.body.errors.map(({ field }: { field: string }) => field)]).toEqual([expected, named]);
    expect([await intake.count('ticket'), await intake.count('outbox'), await intake.count('audit_entry')]).toEqual(before);
  });

  it.each([
    ['broken JSON', '{"channel": "phone"', '400 malformed-json'],
    ['a list', '[]', '400 validation-failed'],
    ['ten megabytes', JSON.stringify({ ...MATTER, text: 'x'.repeat(10_000_000) }), '413 body-too-large'],
  ])('refuses %s', async (_, body, expected) => {
    expect(verdict(await intake.post('operator', 'tickets', body))).toBe(expected);
  });

  it.each([['dispatcher'], ['unit@YM-SWJ'], ['analyst'], ['admin']])('is not for %s', async (caller) => {
    expect(verdict(await intake.register({}, caller))).toBe('403 role-not-allowed');
  });
});
