import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, ROADS, TOWN, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
const petitioner = { name: '张三丰', contact: '13800000000', idNumber: '532328199001011234' };
const purpose = '电话联系诉求人核实情况';

async function dispatched(fields: object = {}): Promise<string> {
  const id = await intake.registered({ petitioner, ...fields });
  await intake.service.tell(intake.dispatched(id, 1));
  await eventually(async () => expect((await intake.get('operator', `tickets/${id}`)).body.status).toBe('dispatched'));
  return id;
}

function view(caller: string, id: string, body: object = { purpose }) {
  return intake.post(caller, `tickets/${id}/identity-views`, body);
}

describe('seeing who the petitioner is', () => {
  it('[Art. 10, 23(6)] is for those who need it, with a purpose, and every look is on record', async () => {
    const id = await dispatched();
    for (const caller of ['operator', 'dispatcher', `unit@${WATER}`, `leader@${WATER}`]) {
      const { status, body, headers } = await view(caller, id);
      expect([status, body, headers['cache-control']]).toEqual([200, { ticketId: id, ...petitioner }, 'no-store']);
    }
    const { body } = await intake.get('auditor', `tickets/${id}/identity-views?limit=3`);
    expect(body.items.map(({ subject, unit, allowed, purpose: why }: Record<string, unknown>) => [subject, unit, allowed, why])).toEqual([
      [`leader@${WATER}`, WATER, true, purpose],
      [`unit@${WATER}`, WATER, true, purpose],
      ['dispatcher', null, true, purpose],
    ]);
    const rest = await intake.get('auditor', `tickets/${id}/identity-views?limit=3&cursor=${body.next}`);
    expect(rest.body).toMatchObject({ items: [{ subject: 'operator' }], next: null });
  });

  it.each([
    ['a report', { category: 'report' }],
    ['a petitioner who asked not to be named', { petitioner: { ...petitioner, secret: true } }],
  ])('[Art. 10, 23(7)] is not for a unit in the case of %s, and the attempt is on record', async (_, fields) => {
    const id = await dispatched(fields);
    expect([await view(`unit@${WATER}`, id), await view('operator', id)].map(verdict)).toEqual(['403 identity-protected', '200']);
    const { body } = await intake.get('auditor', `tickets/${id}/identity-views`);
    expect(body.items).toMatchObject([{ subject: 'operator', allowed: true }, { subject: `unit@${WATER}`, allowed: false }]);
  });

  it('[Art. 10] is for the unit that has the ticket now, not for one that had it or never did', async () => {
    const id = await dispatched();
    expect(verdict(await view(`unit@${TOWN}`, id))).toBe('404 no-such-ticket');
    await intake.service.tell(intake.returned(id, 1), intake.dispatched(id, 2, { lead: ROADS }));
    await eventually(async () => expect([await view(`unit@${WATER}`, id), await view(`unit@${ROADS}`, id)].map(verdict)).toEqual(['404 no-such-ticket', '200']));
  });

  it('[Art. 10] is for the unit that handles the matter, not for one that only assists', async () => {
    const id = await intake.registered({ petitioner });
    await intake.service.tell(intake.dispatched(id, 1, { mode: 'joint', assisting: [ROADS] }));
    await eventually(async () => expect((await intake.get('operator', `tickets/${id}`)).body.units).toHaveLength(2));
    expect([await view(`unit@${ROADS}`, id), await view(`leader@${ROADS}`, id), await view(`unit@${WATER}`, id)].map(verdict)).toEqual([
      '403 identity-for-the-handling-unit',
      '403 identity-for-the-handling-unit',
      '200',
    ]);
    const { body } = await intake.get('auditor', `tickets/${id}/identity-views`);
    expect(body.items.map(({ unit, allowed }: Record<string, unknown>) => [unit, allowed])).toEqual([[WATER, true], [ROADS, false], [ROADS, false]]);
  });

  it.each([
    ['in order', (id: string) => [intake.dispatched(id, 1), intake.closed(id, 1)]],
    ['closing first', (id: string) => [intake.closed(id, 1), intake.dispatched(id, 1)]],
  ])('[Art. 10] is for contacting: once the ticket is closed no unit sees it, until rework, told %s', async (_, events) => {
    const id = await intake.registered({ petitioner });
    await intake.service.tell(...events(id));
    await eventually(async () => expect((await intake.get('operator', `tickets/${id}`)).body).toMatchObject({ status: 'closed', units: [{ unit: WATER }] }));
    expect([await view(`unit@${WATER}`, id), await view('operator', id)].map(verdict)).toEqual(['403 identity-for-the-handling-unit', '200']);
    await intake.service.tell(intake.dispatched(id, 2, { round: 2 }));
    await eventually(async () => expect(verdict(await view(`unit@${WATER}`, id))).toBe('200'));
  });

  it('needs a purpose and a role', async () => {
    const id = await dispatched();
    const looks = await intake.count('audit_entry');
    for (const body of [{}, { purpose: ' ' }, { purpose, why: 'x' }]) expect(verdict(await view('operator', id, body))).toBe('400 validation-failed');
    for (const caller of ['analyst', 'auditor', 'admin', 'prefecture', 'supervisor']) expect(verdict(await view(caller, id))).toBe('403 role-not-allowed');
    expect(await intake.count('audit_entry')).toBe(looks);
  });

  it('says that nothing is known of an anonymous petitioner', async () => {
    expect(verdict(await view('operator', await intake.registered()))).toBe('404 identity-not-recorded');
  });

  it('does not keep what it showed: an Idempotency-Key is not honoured', async () => {
    const id = await dispatched();
    const look = () => intake.post('operator', `tickets/${id}/identity-views`, { purpose }, { headers: { 'Idempotency-Key': `look-${id}` } });
    expect([await look(), await look()].map(verdict)).toEqual(['200', '200']);
    expect(await intake.service.sql('select 1 from idempotency_key where key = $1', [`look-${id}`])).toEqual([]);
    expect((await intake.get('auditor', `tickets/${id}/identity-views`)).body.items).toHaveLength(2);
  });
});
