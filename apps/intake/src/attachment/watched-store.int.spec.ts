import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest } from '../../spec/intake-under-test.js';

const { verdict } = IntakeUnderTest;
const pdf = (length = 2_000): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length)]);

async function attach(intake: IntakeUnderTest, id: string, field = 'file'): Promise<Response> {
  const sent = request(intake.service.server).post(`/intake/v1/tickets/${id}/attachments`).set('Authorization', await intake.token('operator'));
  return sent.attach(field, pdf(), { filename: 'a.pdf' });
}

describe('a store of attachments that is away', () => {
  let intake: IntakeUnderTest;
  beforeAll(async () => {
    intake = await IntakeUnderTest.start({ HOTLINE_ATTACHMENTS: 's3://attachments', HOTLINE_S3_ENDPOINT: 'http://127.0.0.1:1', HOTLINE_S3_ACCESS_KEY: 'key-id', HOTLINE_S3_SECRET_KEY: 'secret-key' });
  });
  afterAll(() => intake.stop());

  it('[Art. 2] is not told as the database, stops no registration, and stands in the log with its cause before anybody misses it', async () => {
    const outages = (): object[] => intake.service.logLines.map((line) => JSON.parse(line) as object).filter((line) => JSON.stringify(line).includes('HOTLINE_ATTACHMENTS'));
    await eventually(() => expect(outages()).toMatchObject([{ level: 'error', err: { message: expect.stringContaining('ECONNREFUSED') } }]));
    const refused = await attach(intake, await intake.registered());
    expect([verdict(refused), refused.body.title]).toEqual(['503 attachments-unavailable', '附件存储暂不可用']);
    expect(outages()).toHaveLength(1);
  });
});

describe('an upload', () => {
  let intake: IntakeUnderTest;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(process.env['HOTLINE_TEST_DIRECTORY'] ?? tmpdir(), 'attachments-'));
    intake = await IntakeUnderTest.start({ HOTLINE_ATTACHMENTS: folder });
  });
  afterAll(() => intake.stop());

  /** What is answered to a body that is sent as it is. */
  async function answerTo(id: string, body: Buffer, hangUp = false): Promise<string> {
    const { port } = intake.service.server.address() as AddressInfo;
    const head = [`POST /intake/v1/tickets/${id}/attachments HTTP/1.1`, 'host: x', `authorization: ${await intake.token('operator')}`, 'content-type: multipart/form-data; boundary=x', `content-length: ${body.length + (hangUp ? 1 : 0)}`];
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => void socket.write(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\nconnection: close\r\n\r\n`), body]), () => hangUp && socket.destroy()));
      socket.on('data', (bytes) => (answer += bytes.toString()));
      socket.on('error', reject).on('close', () => resolve(answer));
    });
  }

  const opened = (content: Buffer): Buffer => Buffer.concat([Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n'), content]);

  it.each([100, 300_000])('that ends in the middle of a file of %i bytes is a bad request, no defect, and leaves nothing', async (length) => {
    const answer = await answerTo(await intake.registered(), opened(pdf(length)));
    expect([answer.split('\r\n', 1)[0], /"code":"([^"]+)"/.exec(answer)?.[1]]).toEqual(['HTTP/1.1 400 Bad Request', 'bad-request']);
    await eventually(async () => expect([await intake.count('attachment'), await intake.count('object_removal')]).toEqual([0, 0]));
  });

  it('whose sender is gone is no defect either, and leaves nothing', async () => {
    const id = await intake.registered();
    await answerTo(id, opened(pdf(300_000)), true);
    await eventually(async () => expect([await intake.count('attachment'), await intake.count('object_removal')]).toEqual([0, 0]));
    expect(intake.service.logLines.filter((line) => line.includes('defect'))).toEqual([]);
  });

  it('counts only under the documented name of its field', async () => {
    const id = await intake.registered();
    expect(verdict(await attach(intake, id, 'datei'))).toBe('422 attachment-missing');
    expect(verdict(await attach(intake, id))).toBe('201');
  });

  it('to a folder that has gone is told as such', async () => {
    rmSync(folder, { recursive: true });
    await writeFile(folder, 'no folder');
    expect(verdict(await attach(intake, await intake.registered()))).toBe('503 attachments-unavailable');
  });
});
