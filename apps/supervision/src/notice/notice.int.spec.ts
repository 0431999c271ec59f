import { randomUUIDv7 as newId } from 'node:crypto';
import request, { type Response } from 'supertest';
import { clockStartedV1, ticketDispatchedV1, ticketRegisteredV1, unitRecordedV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { asBytes, docxText, pdfText } from '@hotline/testing/papers';
import { ServiceUnderTest } from '@hotline/testing/service';
import { SUPERVISION_CONFIG, type SupervisionConfig } from '../supervision.config.js';
import { SupervisionModule } from '../supervision.module.js';
import { SUPERVISION_PERSISTENCE } from '../supervision.persistence.js';

const UNIT = 'YM-SWJ';
const AT = Date.UTC(2018, 8, 10, 1);
const ISO = new Date(AT).toISOString();
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await ServiceUnderTest.start<SupervisionConfig>({ name: 'supervision', schema: SUPERVISION_CONFIG, moduleOf: (config) => SupervisionModule.forRoot(config), persistence: SUPERVISION_PERSISTENCE });
});
afterAll(() => service.stop());

async function notice(orderId: string, format: string, role = 'supervisor', unit?: string): Promise<Response> {
  return request(service.server).get(`/supervision/v1/orders/${orderId}/notice?format=${format}`).set('Authorization', await service.as(role, unit)).buffer(true).parse(asBytes);
}

/** A ticket of an enterprise dispatched to the water bureau, told twice and backwards. */
async function supervised(supervisedGround: 'enterprise' | null = 'enterprise'): Promise<string> {
  const ticketId = newId();
  const recorded = (version: number, name: string, recordedAt: string) =>
    service.event(unitRecordedV1, { subject: UNIT, version, at: AT }, { code: UNIT, name, kind: 'department', active: true, recordedAt });
  const dispatched = service.event(ticketDispatchedV1, { subject: ticketId, version: 2, at: AT }, {
    ...{ ticketId, dispatchNo: 1, round: 1, category: 'complaint', mode: 'transfer', lead: UNIT, assisting: [], supervisedGround },
    ...{ ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: ISO },
  });
  const registered = service.event(ticketRegisteredV1, { subject: ticketId, version: 1, at: AT }, {
    ...{ ticketId, number: 'YM20180910-000003', channel: 'phone', petitionerKind: 'enterprise', category: 'complaint', subject: null, townCode: null, receivedAt: ISO },
    ...{ origin: null, externalId: null, prefectureNumber: null },
  });
  await service.tell(dispatched, registered, registered, recorded(2, '县水务局（改革后）', '2019-03-01T00:00:00.000Z'), recorded(1, '县水利局', '2018-01-01T00:00:00.000Z'));
  return ticketId;
}

describe('the supervision notice', () => {
  it('[Art. 15(3)] names order, unit as of its day, ground with its article, limit, requirement and issuer', async () => {
    const ticketId = await supervised();
    await eventually(async () => {
      const answer = await notice(`${ticketId}:1`, 'pdf');
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
      const text = await pdfText(answer.body as Buffer);
      const wanted = ['督办通知单', '督办〔2018〕1号', '县水利局：', 'YM20180910-000003', '企业诉求（第十五条第三项）', '按工单办理期限', '督办要求', '元谋县12345政府热线管理机构', '2018年9月10日', '（印章）'];
      expect(wanted.filter((each) => !text.includes(each))).toEqual([]);
      expect(text).not.toContain('改革后');
    });
    const word = await docxText((await notice(`${ticketId}:1`, 'docx')).body as Buffer);
    expect(word).toContain('督办〔2018〕1号');
  });

  it.each([
    ['before the ordered days are over', '2018-10-11', '不晚于工单办理期限，2018年10月11日（含当日）前', '个工作日内'],
    ['later', '2099-12-31', '自下达次日起20个工作日内，2099年12月31日（含当日）前', '不晚于'],
  ])('[Art. 15(3)] states the limit that binds: the ticket is due %s', async (_name, dueOn, said, unsaid) => {
    const ticketId = await supervised(null);
    const issue = async (): Promise<Response> => request(service.server).post(`/supervision/v1/tickets/${ticketId}/orders`).set('Authorization', await service.as('supervisor')).send({ ground: 'leader-instruction', workingDays: 20 });
    let issued: { orderId: string; issuedAt: string } | undefined;
    await eventually(async () => {
      const { status, body } = await issue();
      expect(status).toBe(201);
      issued = body;
    });
    const { orderId = '', issuedAt = '' } = issued ?? {};
    const limit = async (): Promise<string> => docxText((await notice(orderId, 'docx')).body as Buffer);
    expect(await limit()).toContain('自下达次日起20个工作日内（以时限系统显示为准）');
    const clockId = newId();
    await service.tell(service.event(clockStartedV1, { subject: clockId, version: 1, at: AT }, {
      ...{ clockId, ticketId, kind: 'supervision', unit: UNIT, dispatchNo: 1, round: 1, startedAt: issuedAt, dueOn, dueAt: `${dueOn}T16:00:00.000Z`, provisional: false, stoppedAt: null, overdueAt: null },
      ...{ verdict: 'running', workingDaysUsed: null, workingDaysLate: null, article: 'Art. 15(3)', cause: null, policy: 'yuanmou-2018@1', calendar: 'national:2018v1' },
    }));
    await eventually(async () => expect(await limit()).toContain(said));
    expect(await limit()).not.toContain(unsaid);
  });

  it('[Art. 10] is not there for another unit, and for nobody who may not supervise', async () => {
    const ticketId = await supervised();
    await eventually(async () => expect((await notice(`${ticketId}:1`, 'html', 'unit', UNIT)).status).toBe(200));
    expect((await notice(`${ticketId}:1`, 'pdf', 'unit', '532328103')).status).toBe(404);
    expect((await notice(`${ticketId}:9`, 'pdf')).status).toBe(404);
    expect((await notice('rubbish', 'pdf')).status).toBe(404);
    expect((await notice(`${ticketId}:1`, 'xls')).status).toBe(400);
    expect((await notice(`${ticketId}:1`, 'pdf', 'operator')).status).toBe(403);
  });
});
