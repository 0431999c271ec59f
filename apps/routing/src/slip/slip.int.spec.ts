import request, { type Response } from 'supertest';
import { eventually } from '@hotline/testing';
import { asBytes, docxText, pdfPages, pdfText } from '@hotline/testing/papers';
import { County, ROADS, TOWN, WATER } from '../../spec/county.js';

let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

async function slip(caller: string, path: string): Promise<Response> {
  return request(county.service.server).get(`/routing/v1/${path}`).set('Authorization', await county.token(caller)).buffer(true).parse(asBytes);
}

describe('the dispatch slip', () => {
  it('[Art. 14, 15, 17] names units, times and every deadline with its article, and leaves room for the pen', async () => {
    const ticketId = await county.dispatched({ mode: 'joint', assisting: [TOWN], supervised: 'leader-instruction' }, { category: 'complaint' });
    await county.service.tell(county.registration(ticketId, 'YM20180921-000007'));
    const wanted = ['热线工单交办单', '交办〔2018〕YM20180921-000007-1', '投诉', '联办（督办）', '元谋县水务局', '元马镇', '县政府领导交办', '2018-09-2109:00'];
    const deadlines = ['1个工作日，2018-09-24', '2个工作日，2018-09-25', '15个工作日，2018-10-12', '第十七条第三项', '第十五条第三项', '领导阅批', '办理结果', '（盖章）', '2018年9月21日', '元谋县12345政府热线管理机构', '《诉求内容附页》'];
    await eventually(async () => {
      const answer = await slip('dispatcher', `tickets/${ticketId}/dispatches/1/slip`);
      expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([200, 'application/pdf', 'no-store']);
      const pages = await pdfPages(answer.body as Buffer);
      expect(pages).toHaveLength(1);
      const text = pages.join('');
      expect(text).not.toContain('州级');
      expect([...wanted, ...deadlines].filter((each) => !text.includes(each))).toEqual([]);
    });
  });

  it('[Art. 10] has nothing in it that a person said, and knows the ticket by its number whichever event came first', async () => {
    const ticketId = await county.dispatched();
    await county.service.tell(county.registration(ticketId, 'YM20180921-000008'), county.registration(ticketId, 'YM20180921-000008'));
    await eventually(async () => {
      const answer = await slip(`unit@${WATER}`, `tickets/${ticketId}/dispatches/1/slip?format=docx`);
      const text = await docxText(answer.body as Buffer);
      expect(text).toContain('YM20180921-000008');
      expect(text).toContain('凭工单编号在受理系统查看');
    });
  });

  it.each([
    ['before the unit’s own deadline', '2018-09-28', '2018-09-28（早于办结反馈期限）'],
    ['no earlier than that', '2018-10-12', '2018-10-12'],
    ['not at all', undefined, '未规定'],
  ])('[Art. 14, 17] of a transfer names it as the prefecture does, and the date when the prefecture wants it done: %s', async (_, prefectureDueOn, shown) => {
    const ticketId = await county.dispatched({}, { category: 'complaint', prefectureTransfer: true });
    const transfer = { channel: 'prefecture' as const, prefectureNumber: `楚州12345-${ticketId.slice(-6)}`, ...(prefectureDueOn !== undefined && { prefectureDueOn }) };
    await county.service.tell(county.registration(ticketId, 'YM20180921-000009', transfer), county.registration(ticketId, 'YM20180921-000009', transfer));
    await eventually(async () => {
      const text = await pdfText((await slip(`unit@${WATER}`, `tickets/${ticketId}/dispatches/1/slip`)).body as Buffer);
      expect(['州级编号', transfer.prefectureNumber, '州级要求办结日期', shown].filter((each) => !text.includes(each))).toEqual([]);
      expect(text.includes('早于办结反馈期限')).toBe(shown.includes('早于'));
    });
  });

  it('[Art. 17(return)] a ruling cannot be returned, and says so', async () => {
    const ticketId = await county.accepted();
    for (const lead of [WATER, ROADS]) {
      await county.post('dispatcher', `tickets/${ticketId}/dispatch`, { mode: 'transfer', lead });
      await county.post(`unit@${lead}`, `tickets/${ticketId}/return`, { reason: '不属本单位', suggestedUnit: TOWN });
      await county.post('dispatcher', `tickets/${ticketId}/return/decision`, { unit: lead, accepted: true });
    }
    await county.post('dispatcher', `tickets/${ticketId}/dispatch`, { mode: 'transfer', lead: TOWN, ruling: true });
    expect(await pdfText((await slip('dispatcher', `tickets/${ticketId}/dispatches/3/slip`)).body as Buffer)).toContain('指定办理，不得退回');
  });

  it('[Art. 15(2), 17(return)] of a unit brought in later counts signing and returning from then; the others keep their own, and the county’s copy names both', async () => {
    const ticketId = await county.dispatched({ mode: 'joint', assisting: [ROADS] }, { category: 'complaint' });
    county.wait(3 * 24); // Monday
    await county.post('dispatcher', `tickets/${ticketId}/assisting`, { unit: TOWN });
    const text = async (caller: string): Promise<string> => pdfText((await slip(caller, `tickets/${ticketId}/dispatches/1/slip`)).body as Buffer);
    const [own, lead, copy] = [await text(`unit@${TOWN}`), await text(`unit@${WATER}`), await text('dispatcher')];
    expect(own).toContain('2018-09-2409:00，签收、退回期限自此起算');
    expect([own.split('1个工作日，2018-09-25').length, own.includes('1个工作日，2018-09-24')]).toEqual([3, false]);
    expect([lead.split('1个工作日，2018-09-24').length, lead.includes('1个工作日，2018-09-25')]).toEqual([3, false]);
    expect(lead).toContain('协办意见12个工作日，2018-10-09（暂定）增派元马镇：12个工作日，2018-10-10（暂定）（第十五条第二项）');
    expect(copy).toContain('1个工作日，2018-09-24增派元马镇：1个工作日，2018-09-25');
    for (const paper of [own, lead, copy]) expect(paper).toContain('15个工作日，2018-10-12');
  });

  it('[Art. 15(2)] tells when opinions are due: an assisting unit its own, the lead and the county each, one brought in late no later than the lead’s answer', async () => {
    county.until('2018-10-08T09:00:00+08:00'); // a Monday: 15 working days end on 2018-10-29, three fewer on 2018-10-24
    const ticketId = await county.dispatched({ mode: 'joint', assisting: [ROADS] }, { category: 'complaint' });
    const text = async (caller: string): Promise<string> => pdfText((await slip(caller, `tickets/${ticketId}/dispatches/1/slip`)).body as Buffer);
    const first = '12个工作日，2018-10-24（暂定）';
    for (const caller of ['dispatcher', `unit@${WATER}`, `unit@${ROADS}`]) expect(await text(caller)).toContain(`协办意见${first}（第十五条第二项）`);

    county.until('2018-10-22T09:00:00+08:00');
    await county.post('dispatcher', `tickets/${ticketId}/assisting`, { unit: TOWN });
    const late = '12个工作日且不晚于办结反馈期限，2018-10-29（暂定）';
    for (const caller of ['dispatcher', `unit@${WATER}`]) expect(await text(caller)).toContain(`协办意见${first}增派元马镇：${late}`);
    expect(await text(`unit@${TOWN}`)).toContain(`协办意见${late}（第十五条第二项）`);
    expect(await text(`unit@${ROADS}`)).not.toContain('不晚于');
    const alone = await county.dispatched();
    expect(await pdfText((await slip('dispatcher', `tickets/${alone}/dispatches/1/slip`)).body as Buffer)).not.toContain('协办意见');
  });

  it('[Art. 15(2), 17(return)] a unit whose return was accepted is no longer an assisting unit; when it left is told', async () => {
    const ticketId = await county.dispatched({ mode: 'joint', assisting: [ROADS], supervised: 'serious-or-typical' });
    await county.post('dispatcher', `tickets/${ticketId}/assisting`, { unit: TOWN });
    await county.post(`unit@${ROADS}`, `tickets/${ticketId}/return`, { reason: '不属本单位', suggestedUnit: TOWN });
    const text = async (caller: string): Promise<string> => pdfText((await slip(caller, `tickets/${ticketId}/dispatches/1/slip`)).body as Buffer);
    expect(await text('dispatcher')).toContain('协办单位县交通运输局、元马镇');
    await county.post('dispatcher', `tickets/${ticketId}/return/decision`, { unit: ROADS, accepted: true });
    for (const caller of ['dispatcher', `unit@${WATER}`, `unit@${ROADS}`]) {
      const paper = await text(caller);
      expect(paper).toContain('协办单位元马镇');
      expect(paper).toMatch(/退回获准县交通运输局（[\d-]+[\d:]+），不再承办/);
    }
    expect(await pdfPages((await slip(`unit@${WATER}`, `tickets/${ticketId}/dispatches/1/slip`)).body as Buffer)).toHaveLength(1); // less room for the pen, but one sheet
    expect(await text(`unit@${ROADS}`)).not.toContain('协办意见');
    expect(await text(`unit@${TOWN}`)).toContain('协办意见');
  });

  it('[Art. 10] is not there for a unit that never had the dispatch', async () => {
    const ticketId = await county.dispatched();
    expect((await slip(`unit@${ROADS}`, `tickets/${ticketId}/dispatches/1/slip`)).status).toBe(404);
    expect((await slip('dispatcher', `tickets/${ticketId}/dispatches/2/slip`)).status).toBe(404);
    expect((await slip('dispatcher', `tickets/${ticketId}/dispatches/x/slip`)).status).toBe(400);
    expect((await slip('dispatcher', `tickets/${ticketId}/dispatches/1/slip?format=exe`)).status).toBe(400);
    expect((await slip('analyst', `tickets/${ticketId}/dispatches/1/slip`)).status).toBe(403);
  });
});
