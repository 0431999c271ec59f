import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitSight, type SeenDispatch } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, ROADS, TOWN, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
const petitioner = { name: '张三丰', contact: '13800000000', idNumber: '532328199001011234' };
const maskedPetitioner = { name: '张**', contact: '138****0000', idNumber: '****1234' };

async function idsOf(caller: string, query: string): Promise<string[]> {
  const { status, body } = await intake.get(caller, `tickets?${query}`);
  expect(status).toBe(200);
  return body.items.map(({ id }: { id: string }) => id);
}

/** A ticket that the water bureau leads and the roads bureau assists. */
async function joint(fields: object = {}): Promise<string> {
  const id = await intake.registered({ petitioner, ...fields });
  await intake.service.tell(intake.dispatched(id, 1, { mode: 'joint', assisting: [ROADS] }));
  await eventually(async () => expect((await intake.get('operator', `tickets/${id}`)).body.units).toHaveLength(2));
  return id;
}

describe('the one rule of what a unit sees', () => {
  /** Everything that two dispatches to two units can have come to. */
  const ENDS = [[], ['lead'], ['assisting'], ['lead', 'assisting'], ['back'], ['back', 'assisting']] as const;
  const lives = ENDS.flatMap((first) => ENDS.map((second) => [first, second] as const));

  it('[Art. 10, 17(return)] finds in intake whoever holds a ticket by the rule, whatever its dispatches came to', async () => {
    const told = await Promise.all(lives.map(async (ends) => ({ id: await intake.registered(), ends })));
    const leads = [[WATER, ROADS], [ROADS, WATER]] as const;
    const events = told.flatMap(({ id, ends }) =>
      ends.flatMap((end, index) => {
        const [no, [lead = '', assisting = '']] = [index + 1, leads[index] ?? leads[0]];
        const over = end.map((which) => (which === 'back' ? intake.withdrawn(id, no) : intake.returned(id, no, which === 'lead' ? lead : assisting)));
        return [...over, intake.dispatched(id, no, { mode: 'joint', lead, assisting: [assisting] })];
      }),
    );
    await intake.service.tell(...events);
    await eventually(async () => expect(await intake.service.sql(`select from ticket_unit where role is not null and ticket_id = any($1)`, [told.map(({ id }) => id)])).toHaveLength(4 * lives.length));
    for (const unit of [WATER, ROADS, TOWN]) {
      const seen = new Set(await idsOf(`unit@${unit}`, 'limit=200'));
      const wrong = told.filter(({ id, ends }) => {
        const dispatches = ends.map((end, index): SeenDispatch => {
          const [lead, assisting] = leads[index] ?? leads[0];
          const has = (which: string): boolean => (end as readonly string[]).includes(which);
          return { takenBack: has('back'), parts: [{ unit: lead, role: 'lead', returned: has('lead') }, { unit: assisting, role: 'assisting', returned: has('assisting') }] };
        });
        return seen.has(id) !== (unitSight(unit, dispatches) === 'matter');
      });
      expect(wrong).toEqual([]);
    }
  });
});

describe('who sees what', () => {
  it('[Art. 10] the county reads the words and the masked petitioner', async () => {
    const id = await intake.registered({ petitioner, place: '龙川街' });
    for (const caller of ['operator', 'dispatcher', 'supervisor', 'auditor', 'admin']) {
      const { body, headers } = await intake.get(caller, `tickets/${id}`);
      expect(body).toMatchObject({ title: '路灯不亮', text: '龙川街北段的路灯已有一周不亮。', place: '龙川街', petitioner: maskedPetitioner });
      expect(headers['etag']).toBe('"v1"');
    }
  });

  it('[Art. 10] the analyst counts tickets and reads nobody’s words', async () => {
    const id = await intake.registered({ petitioner, place: '龙川街' });
    await intake.post('operator', `tickets/${id}/answer`, { scopeCode: 'matter-to-solve', answer: '张三丰您好' });
    const { body } = await intake.get('analyst', `tickets/${id}`);
    expect(body).toMatchObject({ id, category: 'help', title: null, text: null, place: null, answer: null, petitioner: null });
    const list = await intake.get('analyst', 'tickets');
    expect(list.body.items.every(({ title }: { title: string | null }) => title === null)).toBe(true);
  });

  it('[Art. 12] the prefecture sees what it sent down, nothing else', async () => {
    const local = await intake.registered();
    const { body } = await intake.register({ channel: 'prefecture', prefectureNumber: 'CX-9' }, 'prefecture');
    expect(await idsOf('prefecture', '')).toEqual([body.id]);
    expect([await intake.get('prefecture', `tickets/${body.id}`), await intake.get('prefecture', `tickets/${local}`)].map(({ status }) => status)).toEqual([200, 404]);
  });

  it('[Art. 10] a unit sees the tickets dispatched to it and no others', async () => {
    const id = await joint();
    for (const caller of [`unit@${WATER}`, `leader@${WATER}`, `unit@${ROADS}`]) {
      const { body } = await intake.get(caller, `tickets/${id}`);
      expect(body).toMatchObject({ text: '龙川街北段的路灯已有一周不亮。', petitioner: maskedPetitioner });
      expect(await idsOf(caller, 'status=dispatched')).toContain(id);
    }
    expect(verdict(await intake.get(`unit@${TOWN}`, `tickets/${id}`))).toBe('404 not-found');
    expect(await idsOf(`unit@${TOWN}`, '')).toEqual([]);
  });

  it.each([
    ['a report', { category: 'report' }],
    ['a petitioner who asks for it', { petitioner: { ...petitioner, secret: true } }],
  ])('[Art. 10, 23(7)] not even the masked petitioner of %s reaches a unit', async (_, fields) => {
    const id = await joint(fields);
    expect((await intake.get(`unit@${WATER}`, `tickets/${id}`)).body.petitioner).toBeNull();
    expect((await intake.get('operator', `tickets/${id}`)).body.petitioner).toEqual(maskedPetitioner);
  });

  it('[Art. 17(return)] a unit loses sight of a ticket when its return is accepted; the lead’s return ends it for all', async () => {
    const [byAssisting, byLead] = [await joint(), await joint()];
    await intake.service.tell(intake.returned(byAssisting, 1, ROADS), intake.returned(byLead, 1, WATER));
    const seen = async (id: string) => (await Promise.all([WATER, ROADS].map((unit) => intake.get(`unit@${unit}`, `tickets/${id}`)))).map(({ status }) => status);
    await eventually(async () => expect([await seen(byAssisting), await seen(byLead)]).toEqual([[200, 404], [404, 404]]));
  });

  it.each([['after', false], ['before', true]])('[Art. 10] a unit whose dispatch was void sees nothing of the ticket, told of it %s the dispatch', async (_, early) => {
    const id = await intake.registered({ petitioner });
    const events = [intake.dispatched(id, 1, { mode: 'joint', assisting: [ROADS] }), intake.withdrawn(id, 1)];
    await intake.service.tell(...(early ? events.toReversed() : events));
    await eventually(async () => expect((await intake.get('operator', `tickets/${id}`)).body).toMatchObject({ status: 'registered', units: [{ unit: WATER }, { unit: ROADS }] }));
    for (const unit of [WATER, ROADS]) {
      expect((await intake.get(`unit@${unit}`, `tickets/${id}`)).status).toBe(404);
      expect(verdict(await intake.get(`unit@${unit}`, `tickets/${id}/attachments`))).toBe('404 no-such-ticket');
    }
    await intake.service.tell(intake.dispatched(id, 2));
    await eventually(async () => expect((await intake.get(`unit@${WATER}`, `tickets/${id}`)).status).toBe(200));
  });

  it('nobody sees anything without a token', async () => {
    const response = await fetch(`${await intake.service.app.getUrl()}/intake/v1/tickets`);
    expect(response.status).toBe(401);
  });
});

describe('a list', () => {
  it('goes through all its pages, latest receipt first, and meets every condition', async () => {
    const ids: string[] = [];
    for (let day = 1; day <= 7; day++) {
      const fields = { source: 'pages', externalId: `P-${day}`, townCode: '532328200', channel: day % 2 === 0 ? 'app' : 'sms', category: 'consultation' };
      ids.unshift(await intake.registered({ ...fields, receivedAt: `2019-03-0${day}T09:00:00+08:00` }));
    }
    const pages: string[] = [];
    let cursor = '';
    do {
      const { body } = await intake.get('operator', `tickets?source=pages&limit=3${cursor}`);
      pages.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    expect(pages).toEqual(ids);
    expect(await idsOf('operator', 'source=pages&externalId=P-3')).toEqual([ids[4]]);
    expect(await idsOf('operator', 'source=pages&channel=app')).toEqual([ids[1], ids[3], ids[5]]);
    expect(await idsOf('operator', 'category=consultation&townCode=532328200&receivedFrom=2019-03-02T01:00:00Z&receivedTo=2019-03-03T01:00:00Z')).toEqual([ids[5]]);
    const { body } = await intake.get('operator', `tickets/${ids[0]}`);
    expect(await idsOf('operator', `number=${body.number}`)).toEqual([ids[0]]);
    expect(await idsOf('operator', 'source=pages&status=accepted')).toEqual([]);
  });

  it.each([
    ['an unknown condition', 'colour=red', '400 validation-failed'],
    ['an unknown status', 'status=lost', '400 validation-failed'],
    ['a limit too high', 'limit=500', '400 validation-failed'],
    ['a cursor of its own making', 'cursor=abc', '400 cursor-malformed'],
    ['a cursor without a moment', `cursor=${Buffer.from(JSON.stringify(['soon', '0190f0a0-0000-7000-8000-000000000001'])).toString('base64url')}`, '400 cursor-malformed'],
  ])('refuses %s', async (_, query, expected) => {
    expect(verdict(await intake.get('operator', `tickets?${query}`))).toBe(expected);
  });
});
