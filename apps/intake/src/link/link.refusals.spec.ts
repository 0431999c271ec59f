import { expect, it } from '@jest/globals';
import { link } from '@hotline/domain';
import { assertRefusalsCovered } from '@hotline/http';
import { LINK_OWN_REFUSALS, LINK_REFUSALS } from './link.refusals.js';

it('tells every refusal of linked tickets in Chinese, with what to do', () => {
  assertRefusalsCovered([...link.LINK_REFUSALS, ...LINK_OWN_REFUSALS], LINK_REFUSALS);
  for (const { title, detail, advice } of Object.values(LINK_REFUSALS)) {
    for (const text of [title, detail({}), advice]) expect(text).toMatch(/[\u4e00-\u9fff]/);
  }
});
