import type { PolicyPack } from '../policy/index.js';
import { isBlank, refuse, type PetitionerKind, type SupervisionGround } from '../shared/index.js';
import type { DispatchCase } from './handling.commands.js';
import type { Dispatched } from './handling.events.js';
import type { Case } from './handling.state.js';
import type { HandlingDecision } from './holding.js';

/** Petitioners whose kind is itself a ground of supervision, Art. 15(3). */
const GROUND_OF_PETITIONER: Readonly<Record<PetitionerKind, SupervisionGround | null>> = {
  individual: null,
  enterprise: 'enterprise',
  deputy: 'deputy-or-delegate',
};

type Supervised = Pick<Dispatched, 'supervised' | 'groundInherited' | 'finding'>;

/** For what the new dispatch is supervised: what is said, else what the dispatch before it was, which a return or a recall does not undo, else what the petitioner's kind asks for (Art. 15(3)). */
export function supervisionOf(state: Case, { supervised, lead }: DispatchCase, policy: PolicyPack): Supervised {
  const byPolicy = policy.supervisedPetitioners.includes(state.petitionerKind) ? GROUND_OF_PETITIONER[state.petitionerKind] : null;
  return supervised ? { supervised, finding: null } : (inherited(state, lead) ?? { supervised: byPolicy, finding: null });
}

/** A finding that a unit handled it poorly, in files older than the order of supervision, is about that unit alone. */
function inherited({ past }: Case, lead: string): Supervised | undefined {
  const before = past.at(-1);
  if (!before || before.supervised === null) return undefined;
  const { supervised, finding } = before;
  return supervised === 'second-dissatisfaction' && before.lead !== lead ? undefined : { supervised, groundInherited: true, finding };
}

/** Why a ground cannot be given with a dispatch; a second dissatisfaction needs a finding that is on record in supervision, which issues the order. */
export function unfitGround(state: Case, { supervised, finding }: DispatchCase): HandlingDecision | undefined {
  const about = { field: 'supervised', values: { petitionerKind: state.petitionerKind } };
  if (supervised === 'enterprise' && state.petitionerKind !== 'enterprise') return refuse('ground-does-not-fit-petitioner', about);
  if (supervised === 'deputy-or-delegate' && state.petitionerKind !== 'deputy') return refuse('ground-does-not-fit-petitioner', about);
  if (supervised === 'second-dissatisfaction') return refuse('second-dissatisfaction-is-ordered-in-supervision', { field: 'supervised' });
  return isBlank(finding) ? undefined : refuse('second-dissatisfaction-is-ordered-in-supervision', { field: 'finding' });
}
