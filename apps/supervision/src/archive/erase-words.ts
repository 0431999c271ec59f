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
}

/** A JSON document in which every text under a name that holds words is replaced, however deep. */
function blanked(column: string): string {
  return `regexp_replace(${column}::text, '("(note|text|reason|requirement)": )"(?:[^"\\\\]|\\\\.)*"', '\\1"' || $2 || '"', 'g')::jsonb`;
}
