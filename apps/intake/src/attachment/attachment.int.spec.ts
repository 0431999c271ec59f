import { createHash, randomBytes } from 'node:crypto';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { BucketUnderTest } from '../../spec/bucket-under-test.js';
import { IntakeUnderTest, MATTER, ROADS, WATER } from '../../spec/intake-under-test.js';

let bucket: BucketUnderTest;
let intake: IntakeUnderTest;
const MAX = 6_000_000;
beforeAll(async () => {
  bucket = await BucketUnderTest.start();
  intake = await IntakeUnderTest.start({
    HOTLINE_ATTACHMENTS: 's3://attachments',
    HOTLINE_S3_ENDPOINT: bucket.endpoint,
    HOTLINE_S3_ACCESS_KEY: BucketUnderTest.accessKeyId,
    HOTLINE_S3_SECRET_KEY: BucketUnderTest.secretAccessKey,
    HOTLINE_ATTACHMENT_MAX_BYTES: String(MAX),
    HOTLINE_ATTACHMENTS_PER_TICKET: '3',
  });
});
afterAll(async () => {
  await intake.stop();
  await bucket.stop();
});

const { verdict } = IntakeUnderTest;
const NAME = '欧阳靖琬家门口.pdf';
const pdf = (length = 2_000): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length)]);
const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

async function attach(id: string, content: Buffer, { caller = 'operator', name = NAME, key = '' } = {}): Promise<Response> {
  const sent = request(intake.service.server).post(`/intake/v1/tickets/${id}/attachments`).set('Authorization', await intake.token(caller));
  if (key) void sent.set('Idempotency-Key', key);
  return sent.attach('file', content, { filename: name, contentType: 'text/html' });
}

async function download(caller: string, id: string, attachment: string): Promise<Response> {
  const asked = request(intake.service.server).get(`/intake/v1/tickets/${id}/attachments/${attachment}`).set('Authorization', await intake.token(caller));
  return asked.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
}

/** Nothing is left of what was refused. */
async function expectStored(count: number): Promise<void> {
  await eventually(async () => expect([(await bucket.keys()).length, await intake.count('attachment'), await intake.count('object_removal')]).toEqual([count, count, 0]));
}

describe('attachments', () => {
  it('[Art. 2] are stored as they were sent, listed, and given back to be saved, never to be shown', async () => {
    const [id, content] = [await intake.registered(), pdf(5_500_000)];
    const stored = await attach(id, content);
    expect([verdict(stored), stored.body]).toEqual(['201', { id: expect.any(String), mediaType: 'application/pdf', size: content.length, sha256: sha(content), addedAt: expect.any(String) }]);
    const { body } = await intake.get('operator', `tickets/${id}/attachments`);
    expect(body).toEqual({ items: [{ ...stored.body, name: NAME, addedBy: 'operator' }], next: null });
    const got = await download('supervisor', id, stored.body.id);
    expect([got.status, sha(got.body as Buffer)]).toEqual([200, sha(content)]);
    expect(got.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-length': String(content.length) });
    expect(got.headers['content-disposition']).toBe(`attachment; filename="attachment"; filename*=UTF-8''${encodeURIComponent(NAME)}`);
    const looks = await intake.service.sql(`select actor, details from audit_entry where action = 'DownloadAttachment' and target = $1`, [id]);
    expect(looks).toEqual([{ actor: 'supervisor', details: { attachmentId: stored.body.id } }]);
  });

  it('[Art. 10] are in nobody’s hands who is not in sight of the ticket, and their names in no log, event or answer of a command', async () => {
    const id = await intake.registered();
    const { body } = await attach(id, pdf());
    await intake.service.tell(intake.dispatched(id, 1));
    await eventually(async () => expect((await download(`unit@${WATER}`, id, body.id)).status).toBe(200));
    expect([(await download(`unit@${ROADS}`, id, body.id)).status, (await download('analyst', id, body.id)).status, (await download('prefecture', id, body.id)).status]).toEqual([404, 404, 404]);
    expect((await intake.get('analyst', `tickets/${id}/attachments`)).body.items).toMatchObject([{ id: body.id, name: null }]);
    expect(verdict(await intake.get(`unit@${ROADS}`, `tickets/${id}/attachments`))).toBe('404 no-such-ticket');
    expect(verdict(await attach(id, pdf(), { caller: `unit@${WATER}` }))).toBe('403 role-not-allowed');
    await intake.service.sql('select 1');
    const traces = JSON.stringify([intake.service.logLines, await intake.service.told(), await intake.service.sql('select * from audit_entry'), await intake.service.sql('select * from idempotency_key')]);
    expect(traces).not.toContain('欧阳靖琬');
  });

  it.each([
    ['a report', { category: 'report' }],
    ['a petitioner who asked for it', { petitioner: { name: '欧阳靖琬', contact: '13800000000', secret: true } }],
  ])('[Art. 10] of %s reach the handling unit only with consent or approval, for they may show who it is; nor do the records of the call', async (_, fields) => {
    const [id, unit] = [await intake.registered({ ...fields, particulars: { callRecordId: 'R-20181103-7' } }), `unit@${WATER}`];
    const { body } = await attach(id, pdf());
    await intake.service.tell(intake.dispatched(id, 1, { mode: 'joint', assisting: [ROADS] }));
    await eventually(async () => expect((await intake.get(unit, `tickets/${id}`)).status).toBe(200));
    const got = async (caller: string) => [
      verdict(await intake.get(caller, `tickets/${id}/attachments`)),
      (await download(caller, id, body.id)).status,
      (await intake.get(caller, `tickets/${id}`)).body.particulars,
    ];
    const [closed, open] = [['403 attachments-protected', 403, {}], ['200', 200, { callRecordId: 'R-20181103-7' }]];
    expect([await got(unit), await got(`leader@${WATER}`), await got(`unit@${ROADS}`), await got('supervisor')]).toEqual([closed, closed, closed, open]);
    const consent = await intake.post('operator', `tickets/${id}/identity-consents`, { reason: '电话征得同意，录音 R-1' });
    expect([await got(unit), await got(`unit@${ROADS}`)]).toEqual([open, closed]);
    await intake.post('operator', `tickets/${id}/identity-releases/${consent.body.id}/withdrawal`, {});
    await intake.post('supervisor', `tickets/${id}/identity-approvals`, { unit: ROADS, reason: '须现场辨认，分管领导书面同意' });
    expect([await got(unit), await got(`unit@${ROADS}`)]).toEqual([closed, open]);
  });

  it('are refused when empty, too large, of another kind or too many, and then nothing is left of them', async () => {
    const id = await intake.registered();
    const before = await intake.count('attachment');
    const page = Buffer.from(`<!doctype html><script>alert('欧阳靖琬')</script>${'x'.repeat(100)}`);
    expect([await attach(id, Buffer.alloc(0)), await attach(id, page), await attach(id, pdf(MAX))].map(verdict)).toEqual(['422 attachment-empty', '415 attachment-type-refused', '413 attachment-too-large']);
    await expectStored(before);
    for (let each = 0; each < 3; each++) expect(verdict(await attach(id, pdf()))).toBe('201');
    expect(verdict(await attach(id, pdf()))).toBe('409 attachments-too-many');
    await expectStored(before + 3);
  });

  it('come one at a time, as multipart, on a ticket that is there', async () => {
    const [id, token] = [await intake.registered(), await intake.token('operator')];
    const before = await intake.count('attachment');
    const post = (path = `tickets/${id}/attachments`) => request(intake.service.server).post(`/intake/v1/${path}`).set('Authorization', token);
    expect(verdict(await post().attach('file', pdf(), 'a.pdf').attach('file', pdf(), 'b.pdf'))).toBe('422 attachment-one-at-a-time');
    expect(verdict(await post().field('note', 'x'))).toBe('422 attachment-missing');
    expect(verdict(await post().send({}))).toBe('415 unsupported-media-type');
    expect(verdict(await post().set('content-type', 'multipart/form-data; boundary=x').send('--x\r\nrubbish'))).toBe('400 bad-request');
    expect(verdict(await post('tickets').field('title', MATTER.title))).toBe('415 unsupported-media-type');
    expect(verdict(await attach('0190f0a0-0000-7000-8000-000000000001', pdf()))).toBe('404 no-such-ticket');
    await expectStored(before);
  });

  it('are stored once for one Idempotency-Key, which stands for one file', async () => {
    const [id, content] = [await intake.registered(), pdf()];
    const before = await intake.count('attachment');
    const [first, second, other] = [await attach(id, content, { key: `k-${id}` }), await attach(id, content, { key: `k-${id}` }), await attach(id, pdf(), { key: `k-${id}` })];
    expect([first, second, other].map(verdict)).toEqual(['201', '201', '422 idempotency-key-reused']);
    expect(second.body).toEqual(first.body);
    await expectStored(before + 1);
  });

  it('are stored once for one ticket, however often, by whom and under which name the same file is sent, at once too', async () => {
    const [id, other, content] = [await intake.registered(), await intake.registered(), pdf()];
    const before = await intake.count('attachment');
    const sent = await Promise.all([attach(id, content), attach(id, content, { name: '再次上传.pdf' }), attach(id, content, { caller: 'dispatcher' })]);
    const again = await attach(id, content, { key: `again-${id}` });
    expect([...sent, again].map(verdict)).toEqual(['201', '201', '201', '201']);
    expect(new Set([...sent, again].map(({ body }) => JSON.stringify(body))).size).toBe(1);
    await expectStored(before + 1);
    expect((await download('supervisor', id, again.body.id)).status).toBe(200);
    expect((await attach(other, content)).body.id).not.toBe(again.body.id);
    await expectStored(before + 2);
  });

  it('are not kept when what was stored is not what was sent', async () => {
    const before = await intake.count('attachment');
    bucket.corrupting = true;
    expect(verdict(await attach(await intake.registered(), pdf()))).toBe('503 unavailable');
    bucket.corrupting = false;
    await expectStored(before);
  });

  it('leave nothing when their row was never committed: an upload that a crash cut off is removed when its hour is over', async () => {
    const before = await intake.count('attachment');
    await bucket.put('0190f0a0-0000-7000-8000-0000000000aa', pdf());
    await intake.service.sql(`insert into object_removal (object_key, due_at) values ('0190f0a0-0000-7000-8000-0000000000aa', now() + interval '1 hour')`);
    expect(await bucket.keys()).toHaveLength(before + 1);
    await intake.service.sql(`update object_removal set due_at = now() - interval '1 second'`);
    await expectStored(before);
  });
});
