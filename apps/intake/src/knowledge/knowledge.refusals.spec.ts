import { expect, it } from '@jest/globals';
import { knowledge } from '@hotline/domain';
import { assertRefusalsCovered } from '@hotline/http';
import { INTAKE_REFUSALS } from '../intake.refusals.js';
import { KNOWLEDGE_OWN_REFUSALS, KNOWLEDGE_REFUSALS } from './knowledge.refusals.js';

it('tells every refusal of a knowledge entry in Chinese, with what to do', () => {
  const own = knowledge.ENTRY_REFUSALS.filter((slug) => !Object.hasOwn(INTAKE_REFUSALS, slug));
  assertRefusalsCovered([...own, ...KNOWLEDGE_OWN_REFUSALS], KNOWLEDGE_REFUSALS);
  for (const { title, detail, advice } of Object.values(KNOWLEDGE_REFUSALS)) {
    for (const text of [title, detail({}), advice]) expect(text).toMatch(/[\u4e00-\u9fff]/);
  }
});
