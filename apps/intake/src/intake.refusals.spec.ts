import { expect, it } from '@jest/globals';
import { block, ticket } from '@hotline/domain';
import { assertRefusalsCovered } from '@hotline/http';
import { INTAKE_OWN_REFUSALS, INTAKE_REFUSALS } from './intake.refusals.js';

it('tells every refusal in Chinese, with what to do', () => {
  assertRefusalsCovered([...ticket.TICKET_REFUSALS, ...block.BLOCK_REFUSALS, ...INTAKE_OWN_REFUSALS], INTAKE_REFUSALS);
  for (const { title, detail, advice } of Object.values(INTAKE_REFUSALS)) {
    for (const text of [title, detail({}), advice]) expect(text).toMatch(/[\u4e00-\u9fff]/);
  }
});
