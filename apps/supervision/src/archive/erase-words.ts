import { accountability } from '@hotline/domain';
import { forgetAnswers, type Transaction } from '@hotline/persistence';

const ERASED = '已销毁';

/**
 * Destroys what people wrote about disposed tickets in this service: what petitioners said, findings, requirements, reports and
 * reasons. Codes, units and moments stay, so that figures can still be traced (Art. 20, 22).
 */
export async function eraseWords(tx: Transaction, ticketIds: readonly string[]): Promise<void> {
  await forgetAnswers(tx, ticketIds);
  await tx.sql(
    `update follow_up set version = version + 1, state = jsonb_set(state, '{findings}', (
       select jsonb_agg(case when finding->>'ticketId' = any($1::text[]) then jsonb_set(finding, '{text}', to_jsonb($2::text)) else finding end order by place)
       from jsonb_array_elements(state->'findings') with ordinality as found (finding, place)))
     where ticket_ids && $1::uuid[] and jsonb_array_length(state->'findings') > 0`,
    [ticketIds, ERASED],
  );
  await tx.sql(`update second_dissatisfaction set state = ${blanked('state')}, version = version + 1 where ticket_id = any($1::uuid[])`, [ticketIds, ERASED]);
  await tx.sql(`update visit set state = ${blanked('state')}, version = version + 1 where ticket_id = any($1::uuid[])`, [ticketIds, ERASED]);
  await tx.sql(`update supervision_order set state = ${blanked('state')}, version = version + 1 where ticket_id = any($1::uuid[])`, [ticketIds, ERASED]);
  await eraseAccountability(tx, ticketIds);
}

/** A case is a paper of its own, kept from its own end on; of a disposed ticket it says nothing any more that somebody wrote. None of them is open, or its file would have been spared. */
async function eraseAccountability(tx: Transaction, ticketIds: readonly string[]): Promise<void> {
  const cases = await tx.sql<{ caseId: string; state: accountability.AccountabilityCase }>(
    `select case_id as "caseId", state from accountability_case where ticket_ids && $1::uuid[] order by case_id for update`,
    [ticketIds],
  );
  await tx.sql(
    `update accountability_case c set state = erased.state::jsonb, version = version + 1 from unnest($1::uuid[], $2::text[]) as erased (case_id, state) where c.case_id = erased.case_id`,
    [cases.map(({ caseId }) => caseId), cases.map(({ state }) => JSON.stringify(accountability.caseWithoutWords(state, ERASED)))],
  );
  await tx.sql(
    `update accountability_candidate set state = jsonb_set(state, '{judged,reason}', to_jsonb($2::text)), version = version + 1
     where state->'ticketIds' ?| $1::text[] and state->'judged'->>'reason' is not null`,
    [ticketIds, ERASED],
  );
}

/** A JSON document in which every text under a name that holds words is replaced, however deep. */
function blanked(column: string): string {
  return `regexp_replace(${column}::text, '("(note|text|reason|requirement)": )"(?:[^"\\\\]|\\\\.)*"', '\\1"' || $2 || '"', 'g')::jsonb`;
}
