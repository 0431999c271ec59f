import type { rate } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';

/** What the record has to say on what people score, by unit: a suggestion with its proof, never a score. */
export interface UnitEvidence {
  readonly unit: string;
  /** Days without a duty officer (Art. 3, 17). */
  readonly dutyGaps: readonly string[];
  /** Changes of the liaison that were reported, and which of them too late (Art. 23(5)). */
  readonly liaisonChanges: readonly { readonly changeId: string; readonly changedOn: string; readonly reportedOn: string; readonly workingDays: number; readonly late: boolean }[];
  /** Knowledge entries published in the period (Art. 5). */
  readonly knowledge: readonly { readonly entryId: string; readonly version: number; readonly publishedOn: string }[];
  /** Dispatches on which the unit assisted, feedback was given in the period, and it had said nothing (Art. 15(2)). */
  readonly silentAssists: readonly { readonly ticketId: string; readonly dispatchNo: number }[];
  /** Findings of field visits, inspections and undercover visits (Art. 19). */
  readonly followUps: readonly { readonly followUpId: string; readonly ticketId: string; readonly way: string; readonly finding: string }[];
  /** Decided cases of accountability (Art. 23). */
  readonly accountability: readonly { readonly caseId: string; readonly ground: string; readonly measure: string }[];
}

const PARTS: Readonly<Record<Exclude<keyof UnitEvidence, 'unit'>, string>> = {
  dutyGaps: `select unit, to_jsonb(day::text) as fact, day::text as place from duty_gap_fact where day between $1::date and $2::date`,
  liaisonChanges: `select unit, jsonb_build_object('changeId', change_id, 'changedOn', changed_on::text, 'reportedOn', reported_on::text, 'workingDays', working_days, 'late', late), change_id::text
    from liaison_fact where reported_on between $1::date and $2::date`,
  knowledge: `select unit, jsonb_build_object('entryId', entry_id, 'version', entry_version, 'publishedOn', published_on::text), entry_id::text || entry_version
    from knowledge_fact where in_force and published_on between $1::date and $2::date`,
  silentAssists: `select d.unit, jsonb_build_object('ticketId', d.ticket_id, 'dispatchNo', d.dispatch_no), d.ticket_id::text || d.dispatch_no
    from dispatch_fact d join feedback_fact f using (ticket_id, dispatch_no)
    where d.role = 'assisting' and f.feedback_on between $1::date and $2::date
      and not exists (select from opinion_fact o where o.ticket_id = d.ticket_id and o.dispatch_no = d.dispatch_no and o.unit = d.unit)
      and not exists (select from return_fact r where r.ticket_id = d.ticket_id and r.dispatch_no = d.dispatch_no and r.unit = d.unit and r.accepted)
      and not exists (select from withdrawn_fact w where w.ticket_id = d.ticket_id and w.dispatch_no = d.dispatch_no)`,
  followUps: `select unit, jsonb_build_object('followUpId', follow_up_id, 'ticketId', ticket_id, 'way', way, 'finding', finding), follow_up_id::text || ticket_id
    from finding_fact where found_on between $1::date and $2::date`,
  accountability: `select unit, jsonb_build_object('caseId', case_id, 'ground', ground, 'measure', measure), case_id::text
    from accountability_fact where decided_on between $1::date and $2::date`,
};

/** The evidence of the period for one unit or for every unit of which there is any, by code. */
export async function evidenceOf(tx: Transaction, period: rate.Period, unit: string | undefined): Promise<UnitEvidence[]> {
  const all = Object.entries(PARTS).map(([part, sql]) => `select '${part}' as part, unit, fact, place from (${sql}) as evidence (unit, fact, place)`);
  const rows = await tx.sql<{ part: string; unit: string; fact: unknown }>(
    `select part, unit, fact from (${all.join(' union all ')}) as evidence where $3::text is null or unit = $3 order by unit, part, place`,
    [period.from, period.to, unit ?? null],
  );
  const units = new Map<string, UnitEvidence>();
  for (const row of rows) {
    const known = units.get(row.unit) ?? { unit: row.unit, dutyGaps: [], liaisonChanges: [], knowledge: [], silentAssists: [], followUps: [], accountability: [] };
    const part = row.part as keyof typeof PARTS; // the statement names nothing else
    units.set(row.unit, { ...known, [part]: [...known[part], row.fact] });
  }
  return [...units.values()];
}
