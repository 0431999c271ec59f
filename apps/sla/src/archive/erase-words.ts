import { forgetAnswers, type Transaction } from '@hotline/persistence';

/**
 * Empties the reasons that people gave for more time, for refusing it and for taking a limit of law back, with the answers kept of them
 * (Art. 20). Days, moments, units and the law that a limit rests on stay, since the deadlines do. Repeating it changes nothing.
 */
export async function eraseWords(tx: Transaction, ticketIds: readonly string[]): Promise<void> {
  await forgetAnswers(tx, ticketIds);
  await tx.sql(
    `update extension set version = version + 1, state = state || '{"reason":""}' || case when state ? 'refusalReason' then '{"refusalReason":""}'::jsonb else '{}' end
     where ticket_id = any($1::uuid[]) and (state->>'reason' <> '' or state->>'refusalReason' <> '')`,
    [ticketIds],
  );
  await tx.sql(`update statutory_limit set version = version + 1, state = state || '{"reason":""}' where ticket_id = any($1::uuid[]) and state->>'reason' <> ''`, [ticketIds]);
  await tx.sql(`update audit_entry set details = details || '{"reason":""}' where target = any($1::text[]) and details->>'reason' <> ''`, [ticketIds]);
}
