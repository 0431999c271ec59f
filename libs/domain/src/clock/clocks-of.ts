import type { ClockRules, ClockTarget } from './clock.js';
import { countyDispatchTargets, emergencyTargets } from './county-clocks.js';
import { dispatchTargets } from './dispatch-clocks.js';
import { indexFacts } from './fact-index.js';
import type { TicketFact } from './ticket-fact.js';

/**
 * All clocks of one ticket (reading §3) out of what is known about it. The result depends on the set of facts only, not on
 * their order or number of deliveries, and no clock disappears when further facts become known. Throws RangeError when a
 * dispatch cites a policy pack that is not installed.
 */
export function clocksOf(facts: readonly TicketFact[], rules: ClockRules): ClockTarget[] {
  const index = indexFacts(facts);
  return [
    ...countyDispatchTargets(index, rules),
    ...index.of('dispatched').flatMap((dispatch) => dispatchTargets(dispatch, index, rules)),
    ...emergencyTargets(index, rules),
  ];
}
