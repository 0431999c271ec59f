import request, { type Response } from 'supertest';
import type { CalendarYear } from '@hotline/calendar';
import type { ServiceUnderTest } from '@hotline/testing/service';

/** On which terms a year is published. */
export interface YearTerms {
  readonly allowEarlier?: boolean;
  readonly reason?: string;
}

/** A year drafted and previewed by the administrator; answers the id of the draft. */
export async function previewedYear(service: ServiceUnderTest, record: CalendarYear, terms: YearTerms = {}): Promise<string> {
  const post = await drafts(service);
  const { body } = await post('', { record, ...terms }).expect(201);
  const { id } = body as { id: string };
  await post(`/${id}/preview`).expect(200);
  return id;
}

/** Publishes a previewed draft in a person's name. */
export async function publishDraft(service: ServiceUnderTest, id: string, key?: string): Promise<Response> {
  const sent = (await drafts(service))(`/${id}/publication`, { publisher: '县热线办主任张某某' });
  return key === undefined ? sent : sent.set('Idempotency-Key', key);
}

/** A year from draft over preview to publication (reading §2.6); answers the publication. */
export async function publishYear(service: ServiceUnderTest, record: CalendarYear, terms: YearTerms = {}): Promise<Response> {
  return publishDraft(service, await previewedYear(service, record, terms));
}

async function drafts(service: ServiceUnderTest): Promise<(path: string, body?: object) => request.Test> {
  const admin = await service.as('admin');
  return (path, body = {}) => request(service.server).post(`/sla/v1/calendar-drafts${path}`).set('Authorization', admin).send(body);
}
