import { codeOf, isoOf, PETITIONER, WORDS, type ClerkMonth } from './clerk-month.ts';
import { TicketTale } from './ticket-tale.ts';
import type { TicketView } from './views.ts';

const DAY_MS = 86_400_000;

/** What is not the hotline's is declined with where to turn, which the pack knows. */
export async function declined(month: ClerkMonth): Promise<void> {
  const operator = month.hotline.as('operator');
  for (const [ground, turnTo] of Object.entries(month.pack.turnTo)) {
    const tale = await TicketTale.register(month.hotline, { ...WORDS, petitioner: PETITIONER });
    expect(await operator.post(`/intake/v1/tickets/${tale.id}/decline`, { ground })).toMatchObject({ status: 'declined', turnTo });
    expect(await tale.ticket()).toMatchObject({ status: 'declined', decline: { ground, turnTo } });
    await month.hotline.as('dispatcher').get(`/routing/v1/tickets/${tale.id}`, 404);
  }
}

interface Entry {
  readonly id: string;
  readonly status: string;
  readonly inForce: number | null;
  readonly reviewOn: string | null;
}

/** A unit writes down what it knows, the county publishes it, and the operator answers by it on the spot. */
export async function answeredByKnowledge(month: ClerkMonth): Promise<string> {
  const [operator, unit, dispatcher] = [month.hotline.as('operator'), month.unit('health'), month.hotline.as('dispatcher')];
  const text = '城乡居民医保集中参保缴费期为每年9月1日至12月31日，可在微信或村委会缴纳。';
  const entry = await unit.post<Entry>('/intake/v1/knowledge', { title: '居民医保缴费时间', text, keywords: ['医保', '缴费'], source: '县医保局2018年第3号公告' }, { status: 201 });
  await unit.post(`/intake/v1/knowledge/${entry.id}/submission`);
  const search = async () => (await operator.get<{ items: Entry[] }>(`/intake/v1/knowledge/search?q=${encodeURIComponent('医保什么时候缴费')}`)).items.map(({ id }) => id);
  expect(await search()).toEqual([]);
  await unit.refused(`/intake/v1/knowledge/${entry.id}/publication`, undefined, 403);
  const published = await dispatcher.post<Entry>(`/intake/v1/knowledge/${entry.id}/publication`);
  const reviewOn = new Date(Date.UTC(2018, 8 + month.pack.knowledge.reviewMonths, 3)).toISOString().slice(0, 10);
  expect(published).toMatchObject({ status: 'in-force', inForce: 1, reviewOn });
  expect(await search()).toEqual([entry.id]);

  const tale = await TicketTale.register(month.hotline, { category: 'consultation', ...WORDS, petitioner: PETITIONER });
  await operator.refused(`/intake/v1/tickets/${tale.id}/answer`, { answer: text, knowledgeEntry: entry.id }, 422);
  await operator.post(`/intake/v1/tickets/${tale.id}/answer`, { scopeCode: 'policy-enquiry', answer: text, knowledgeEntry: entry.id });
  expect(await tale.ticket()).toMatchObject({ status: 'answered', scopeCode: 'policy-enquiry', answer: { answer: text, knowledgeEntry: `${entry.id}@1` } });
  await tale.waitFor('answered');
  expect((await month.theClock(tale, 'county-dispatch')).verdict).toBe('on-time');
  return entry.id;
}

/** What nobody has looked at since its review date is listed, until somebody confirms it. */
export async function staleKnowledge(month: ClerkMonth, id: string): Promise<void> {
  const stale = async () => (await month.unit('health').get<{ items: Entry[] }>(`/intake/v1/knowledge/stale?unit=${codeOf('health')}`)).items.map((entry) => entry.id);
  expect(await stale()).toEqual([id]);
  await month.unit('health').post(`/intake/v1/knowledge/${id}/review`);
  expect(await stale()).toEqual([]);
}

interface Block {
  readonly id: string;
  readonly status: string;
  readonly until: string | null;
  readonly cause: string | null;
  readonly attempts: number;
  readonly emergencies: number;
}

/** Who harasses; nobody else calls from this number. */
export const HARASSER = { name: '尉迟无极', contact: '13987809914' } as const;
const BLOCKED_DAYS = 5;

function call(month: ClerkMonth, fields: object = {}): Promise<{ status: number; body: TicketView & { code?: string } }> {
  const matter = { channel: 'phone', petitionerKind: 'individual', category: 'complaint', title: '反复来电', text: '反复来电辱骂话务员。', petitioner: HARASSER, ...fields };
  return month.hotline.as('operator').send('POST', '/intake/v1/tickets', matter);
}

/** The county asks with evidence, the prefecture approves, and the petitioner is held back – but for an emergency. */
export async function blocked(month: ClerkMonth): Promise<string> {
  const [supervisor, prefecture] = [month.hotline.as('supervisor'), month.hotline.as('prefecture')];
  const evidence = [await call(month), await call(month)].map(({ body }) => body.id);
  const ask = { ground: 'insult', evidenceTicketIds: evidence, findings: '两日内来电辱骂话务员四十余次，录音在案。' };
  await supervisor.refused('/intake/v1/blocks', { ...ask, days: month.pack.block.maxDays + 1 }, 422);
  const { id } = await supervisor.post<Block>('/intake/v1/blocks', { ...ask, days: BLOCKED_DAYS }, { status: 201 });
  expect((await call(month)).status).toBe(201);
  await supervisor.refused(`/intake/v1/blocks/${id}/decision`, { approved: true }, 403);
  const running = await prefecture.post<Block>(`/intake/v1/blocks/${id}/decision`, { approved: true });
  expect(running).toMatchObject({ status: 'running', until: new Date(month.now + BLOCKED_DAYS * DAY_MS).toISOString() });

  const refused = await call(month);
  expect(refused.status).toBe(403);
  expect(refused.body.code).toBe('petitioner-blocked');
  const urgent = await call(month, { emergency: true, emergencyKind: 'urgent', text: '家中燃气泄漏。' });
  expect(urgent).toMatchObject({ status: 201, body: { status: 'registered' } });
  await month.hotline.as('dispatcher').post(`/intake/v1/tickets/${urgent.body.id}/escalations/${(urgent.body as unknown as { escalationId: string }).escalationId}/acknowledgement`, { by: '县政府应急办值班室' });
  expect(await supervisor.get(`/intake/v1/blocks/${id}`)).toMatchObject({ attempts: 1, emergencies: 1 });
  return id;
}

/** To be called when the days are over: nobody had to end it. */
export async function blockOver(month: ClerkMonth, id: string): Promise<void> {
  expect(await month.hotline.as('supervisor').get<Block>(`/intake/v1/blocks/${id}`)).toMatchObject({ status: 'ended', cause: 'expired' });
  expect((await call(month)).status).toBe(201);
}

/** A consultation that turns out to be a complaint counts anew, from its dispatch and not from the change. */
export async function consultationBecomesComplaint(month: ClerkMonth): Promise<TicketTale> {
  const { categories } = month.pack;
  const tale = await month.dispatched('market', { category: 'consultation' });
  const before = await month.theClock(tale, 'resolve');
  month.expectDue(before, categories.consultation.resolve);
  await month.moveTo('2018-09-05 10:00');
  await month.hotline.as('operator').post(`/intake/v1/tickets/${tale.id}/category`, { category: 'complaint', reason: '回电得知系投诉商户缺斤短两。' });
  const after = await month.theClock(tale, 'resolve');
  expect([after.id, after.startedAt]).toEqual([before.id, before.startedAt]);
  month.expectDue(after, categories.complaint.resolve);
  expect(after.explanation.sentence).toContain(`${categories.complaint.resolve}个工作日`);
  expect(await tale.ticket()).toMatchObject({ categoryChanges: [{ previous: 'consultation', category: 'complaint', at: isoOf('2018-09-05 10:00') }] });
  return tale;
}
