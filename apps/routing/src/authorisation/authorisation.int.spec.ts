import { randomUUIDv7 as newId } from 'node:crypto';
import { County, ROADS, WATER } from '../../spec/county.js';
import type { AuthorisationView } from './authorisation.dto.js';

const UNIT = `unit@${WATER}`;
const LEADER = `leader@${WATER}`;
const GRANT = { documentNumber: '元水发〔2018〕9号', from: '2018-09-21', to: '2018-09-23' };

let county: County;
let accounts = 0;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

/** A further account of the water bureau with the role leader. */
function deputy(): string {
  accounts += 1;
  return `deputy-${accounts}`;
}

const as = (account: string, unit = WATER) => county.token(`leader@${unit}`, account);

async function granted(account: string, fields: object = {}): Promise<AuthorisationView> {
  return (await county.call('post', LEADER, 'authorisations', { body: { deputy: account, ...GRANT, ...fields }, status: 201 })).body as AuthorisationView;
}

async function entered(): Promise<string> {
  const id = await county.dispatched();
  await county.post(UNIT, `tickets/${id}/result`, { resultCode: 'resolved', text: '已修复。' });
  return id;
}

async function approval(account: string, ticketId: string, body: object, status = 200): Promise<unknown> {
  return (await county.call('post', LEADER, `tickets/${ticketId}/approval`, { body: { sealNumber: '印1', ...body }, headers: { Authorization: await as(account) }, status })).body;
}

describe('authorisations of deputies', () => {
  it('[Art. 18] let the named deputy approve on those days, and stay on the file', async () => {
    const account = deputy();
    const { id: authorisationId } = await granted(account);
    const id = await entered();
    expect(await approval(account, id, {}, 422)).toMatchObject({ code: 'approver-is-a-deputy', errors: [{ field: 'deputy' }] });
    expect(await approval(account, id, { deputy: { authorisationId: newId() } }, 422)).toMatchObject({ code: 'no-such-authorisation' });
    expect(await approval(account, id, { deputy: { authorisationId: 'x' } }, 400)).toMatchObject({ code: 'validation-failed' });
    expect(await approval(deputy(), id, { deputy: { authorisationId } }, 422)).toMatchObject({ code: 'no-such-authorisation' });
    const approved = await approval(account, id, { deputy: { authorisationId } });
    expect(approved).toMatchObject({ status: 'feedback-given', dispatch: { approval: { approver: account, authorisation: GRANT.documentNumber, authorisationId } } });
  });

  it('[Art. 18] end with their period and with their revocation', async () => {
    const [expiring, revoked] = [deputy(), deputy()];
    const old = await granted(expiring, { to: '2018-09-21' });
    const taken = await granted(revoked);
    const id = await entered();
    const { body } = await county.call('post', LEADER, `authorisations/${taken.id}/revocation`, { body: {} });
    expect(body).toMatchObject({ revokedBy: LEADER, appointed: false });
    expect((await county.post(LEADER, `authorisations/${taken.id}/revocation`, {}, 409)).body).toMatchObject({ code: 'already-revoked' });
    expect(await approval(revoked, id, { deputy: { authorisationId: taken.id } }, 422)).toMatchObject({ code: 'authorisation-not-valid' });
    county.wait(24);
    expect(await approval(expiring, id, { deputy: { authorisationId: old.id } }, 422)).toMatchObject({ code: 'authorisation-not-valid', detail: '授权（元水发〔2018〕9号）有效期为 2018-09-21 至 2018-09-21，今日不在期内或已被撤销。' });
    county.wait(-24);
    const renewed = await granted(revoked, { documentNumber: '元水发〔2018〕11号' });
    await county.post('admin', `authorisations/${renewed.id}/revocation`, { appointed: true });
    expect(await approval(revoked, id, {})).toMatchObject({ status: 'feedback-given', dispatch: { approval: { authorisation: null, authorisationId: null } } });
  });

  it('[Art. 18] are given by the principal leader, never by a deputy, and belong to the unit alone', async () => {
    const account = deputy();
    const { id } = await granted(account);
    const own = { headers: { Authorization: await as(account) } };
    expect((await county.call('post', LEADER, 'authorisations', { ...own, body: { deputy: deputy(), ...GRANT }, status: 403 })).body).toMatchObject({ code: 'only-the-principal-leader' });
    await county.call('post', LEADER, `authorisations/${id}/revocation`, { ...own, body: { appointed: true }, status: 403 });
    await county.post(`leader@${ROADS}`, `authorisations/${id}/revocation`, {}, 404);
    await county.post(UNIT, 'authorisations', { deputy: account, ...GRANT }, 403);
    expect((await county.post(LEADER, 'authorisations', { deputy: account, ...GRANT }, 409)).body).toMatchObject({ code: 'already-authorised' });
    expect((await county.post(LEADER, 'authorisations', { deputy: account, ...GRANT, to: '2018-02-30' }, 400)).body).toMatchObject({ code: 'validation-failed' });
    expect((await county.get(`unit@${ROADS}`, `authorisations?unit=${WATER}`)).body).toEqual({ items: [], next: null });
    await county.get('operator', 'authorisations', 403);
  });

  it('are listed newest first, page by page', async () => {
    const found: string[] = [];
    let cursor = '';
    do {
      const { items, next } = (await county.get('auditor', `authorisations?limit=2&unit=${WATER}${cursor}`)).body as { items: AuthorisationView[]; next: string | null };
      found.push(...items.map(({ deputy: named }) => named));
      cursor = next === null ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    expect(found).toHaveLength(new Set(found).size + 1); // one deputy was authorised twice
    expect((await county.get(LEADER, 'authorisations?limit=200')).body).toMatchObject({ next: null });
  });
});
