import { handling } from '@hotline/domain';
import { assertRefusalsCovered } from '@hotline/http';
import { AUTHORISATION_REFUSAL_TEXTS } from './authorisation/authorisation.refusals.js';
import { HANDLING_REFUSAL_TEXTS } from './handling/handling.refusals.js';
import { UNIT_REFUSAL_TEXTS, UNIT_REFUSALS } from './unit/unit.refusals.js';

/** Stops the boot when a refusal has no text for people, or a text no refusal. */
export function checkRefusalTexts(): void {
  assertRefusalsCovered(handling.HANDLING_REFUSALS, HANDLING_REFUSAL_TEXTS);
  assertRefusalsCovered(handling.AUTHORISATION_REFUSALS, AUTHORISATION_REFUSAL_TEXTS);
  assertRefusalsCovered(UNIT_REFUSALS, UNIT_REFUSAL_TEXTS);
}
