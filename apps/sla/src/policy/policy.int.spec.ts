import { randomUUIDv7 as newId } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import request from 'supertest';
import type { clock as clocks } from '@hotline/domain';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { at, dispatchFact, learn, startSla } from '../../spec/sla-bench.js';
import { SlaModule } from '../sla.module.js';

const COUNTY = '539901';
const LEAD = '539901101';
let now = at('2024-12-31 12:00');
let service: ServiceUnderTest;
let county: string;

/** The made-up county and a second version of its pack: twice the time for help, in force from 2025 on. */
function twoVersions(): string {
  const folder = mkdtempSync(join(process.env['HOTLINE_TEST_DIRECTORY'] ?? tmpdir(), 'policy-'));
  const first = readFileSync(resolve('deploy/policy/yunling-2024.yaml'), 'utf8');
  writeFileSync(join(folder, 'one.yaml'), first);
  writeFileSync(join(folder, 'two.yaml'), first.replace('version: 1', 'version: 2').replace(/effectiveFrom: .*/, "effectiveFrom: '2025-01-01'").replace('help: { resolve: 10', 'help: { resolve: 20'));
  return folder;
}

beforeAll(async () => {
  service = await startSla(() => now, {
    years: () => false,
    moduleOf: (config) => SlaModule.forRoot({ ...config, county: COUNTY }), // the packs of the made-up county; the bus keeps the county of the spec
    environment: { HOTLINE_POLICY: twoVersions() },
  });
  county = await service.as('dispatcher');
});
afterAll(() => service.stop());

async function resolveClocks(ticketId: string): Promise<unknown[]> {
  const { body } = await request(service.server).get(`/sla/v1/tickets/${ticketId}/clocks`).set('Authorization', county).expect(200);
  const items = body.items as { kind: string; policy: string; dueOn: string; verdict: string }[];
  return items.filter(({ kind }) => kind === 'resolve').map(({ policy, dueOn, verdict }) => `${policy} ${dueOn} ${verdict}`);
}

const dispatched = (dispatchNo: number, round: number, policy: string, moment: string): clocks.TicketFact =>
  dispatchFact(at(moment), { dispatchNo, round, category: 'help', lead: LEAD, policy });

describe('the policy packs of the county', () => {
  it('[Art. 25, 26] are shown with the version in force, old ones kept', async () => {
    const get = (query: object = {}): request.Test => request(service.server).get('/sla/v1/policy').query(query).set('Authorization', county);
    const { body } = await get().expect(200);
    expect(body).toMatchObject({ county: COUNTY, date: '2024-12-31', inForce: 'yunling-2024@1', next: null });
    expect(body.items.map(({ ref, inForce }: { ref: string; inForce: boolean }) => [ref, inForce])).toEqual([['yunling-2024@1', true], ['yunling-2024@2', false]]);
    expect(body.items[1].pack.categories.help).toEqual({ resolve: 20, extensionCap: 10 });
    expect((await get({ date: '2025-01-01' }).expect(200)).body.inForce).toBe('yunling-2024@2');
    await get({ date: 'tomorrow' }).expect(400);
    await request(service.server).get('/sla/v1/policy').expect(401);
  });

  it('[Art. 25] list every reading with article, reason and value', async () => {
    const get = (query: object = {}): request.Test => request(service.server).get('/sla/v1/policy/readings').query(query).set('Authorization', county);
    const { body } = await get().expect(200);
    expect(body.pack).toBe('yunling-2024@1');
    expect(body.items).toContainEqual({ path: 'limits.returnReview', article: 'Art. 17(return)', reading: '退回审核时限（工作日）', reason: '办法未写明县级审核退回的时限', value: 2 });
    expect(body.items).toContainEqual(expect.objectContaining({ path: null, article: 'Art. 7', value: null }));
    expect((await get({ pack: 'yunling-2024@2' }).expect(200)).body.pack).toBe('yunling-2024@2');
    await get({ pack: 'elsewhere@1' }).expect(404);
  });

  it('[Art. 25] a running ticket keeps the pack of its dispatch; a return’s next dispatch and a rework take the one in force then', async () => {
    const ticketId = newId();
    await learn(service, ticketId, dispatched(1, 1, 'yunling-2024@1', '2024-12-30 10:00'));
    const before = await resolveClocks(ticketId);
    expect(before).toEqual(['yunling-2024@1 2025-01-13 running']);
    now = at('2025-01-02 10:00'); // the second version is in force
    await learn(service, ticketId, { type: 'signed', dispatchNo: 1, unit: LEAD, at: now });
    expect(await resolveClocks(ticketId)).toEqual(before);
    await learn(service, 
      ticketId,
      { type: 'return-asked', dispatchNo: 1, unit: LEAD, at: now },
      { type: 'return-decided', dispatchNo: 1, unit: LEAD, accepted: true, at: now },
      dispatched(2, 1, 'yunling-2024@2', '2025-01-02 11:00'),
      { type: 'feedback-given', dispatchNo: 2, at: at('2025-01-03 10:00') },
      dispatched(3, 2, 'yunling-2024@2', '2025-01-03 11:00'),
    );
    expect(await resolveClocks(ticketId)).toEqual(['yunling-2024@1 2025-01-13 void', 'yunling-2024@2 2025-01-30 on-time', 'yunling-2024@2 2025-01-31 running']);
  });
});
