import request, { type Response } from 'supertest';
import { eventually } from '@hotline/testing';
import { asBytes, docxText, pdfText, zippedText } from '@hotline/testing/papers';
import { IntakeUnderTest, MATTER, ROADS, WATER } from '../../spec/intake-under-test.js';

const PETITIONER = { name: '欧阳测试', contact: '13987654321', idNumber: '532328199001011234' };
const PLANTED = ['欧阳', '13987654321', '87654321', '199001011234'];
let intake: IntakeUnderTest;

beforeAll(async () => {
  intake = await IntakeUnderTest.start();
});
afterAll(() => intake.stop());

async function sheet(caller: string, id: string, format = 'pdf'): Promise<Response> {
  return request(intake.service.server).get(`/intake/v1/tickets/${id}/sheet?format=${format}`).set('Authorization', await intake.token(caller)).buffer(true).parse(asBytes);
}

describe('the sheet with the words of a ticket', () => {
  it('[Art. 10] carries the words and never who said them', async () => {
    const id = await intake.registered({ petitioner: PETITIONER, place: '龙川街北段', category: 'complaint' });
    const pdf = (await sheet('dispatcher', id)).body as Buffer;
    const docx = (await sheet('dispatcher', id, 'docx')).body as Buffer;
    const html = ((await sheet('dispatcher', id, 'html')).body as Buffer).toString('utf8');
    const texts = [await pdfText(pdf), await docxText(docx), html];
    for (const text of texts) expect([MATTER.title, MATTER.text, '龙川街北段', '投诉'].filter((each) => !text.includes(each))).toEqual([]);
    for (const text of [...texts, await zippedText(docx), pdf.toString('latin1')]) expect(PLANTED.filter((each) => text.includes(each))).toEqual([]);
  });

  it('[Art. 2] carries what was said later, with its time, from then on', async () => {
    const id = await intake.registered({ receivedAt: '2018-11-01T09:00:00+08:00' });
    expect(await pdfText((await sheet('dispatcher', id)).body as Buffer)).not.toContain('诉求人补充');
    await intake.post('operator', `tickets/${id}/supplements`, { text: '昨晚又有两盏不亮。', receivedAt: '2018-11-02T10:05:00+08:00' });
    expect(await pdfText((await sheet('dispatcher', id)).body as Buffer)).toContain('诉求人补充2018-11-0210:05：昨晚又有两盏不亮。');
    expect(await docxText((await sheet('dispatcher', id, 'docx')).body as Buffer)).toContain('昨晚又有两盏不亮。');
  });

  it.each([['2018-09-28', '2018-09-28'], [undefined, '未规定']])('[Art. 14] names a transfer as the prefecture does, with the date that it set (%s); a local matter has neither', async (prefectureDueOn, shown) => {
    const transfer = { channel: 'prefecture', prefectureNumber: `楚州12345-2018-${shown.length}`, prefectureDueOn, receivedAt: '2018-09-21T09:00:00+08:00' };
    const [sentDown, local] = [await intake.registered(transfer), await intake.registered()];
    const text = await pdfText((await sheet('dispatcher', sentDown)).body as Buffer);
    expect(['州级编号', transfer.prefectureNumber, '州级要求办结日期', shown].filter((each) => !text.includes(each))).toEqual([]);
    expect(await pdfText((await sheet('dispatcher', local)).body as Buffer)).not.toContain('州级编号');
  });

  it('[Art. 10] is there for the unit that holds the ticket, for no other, and not for those who only count', async () => {
    const id = await intake.registered();
    await intake.service.tell(intake.dispatched(id, 1));
    await eventually(async () => expect((await sheet(`unit@${WATER}`, id)).status).toBe(200));
    expect((await sheet(`unit@${ROADS}`, id)).status).toBe(404);
    expect((await sheet('analyst', id)).status).toBe(403);
    expect((await sheet('operator', id, 'rtf')).status).toBe(400);
  });
});
