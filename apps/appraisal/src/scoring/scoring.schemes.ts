import { policy } from '@hotline/domain';
import { fieldProblem, ProblemException } from '@hotline/http';
import type { WhatIfBody } from './scoring.dto.js';

interface TriedScheme {
  /** `yunling-2024@1`, or `document` for one that came with the request. */
  readonly ref: string;
  readonly scheme: policy.AppraisalScheme;
}

/** The schemes that may be tried on the facts: all that the installation ships, and any that a caller writes. */
export class TrialSchemes {
  readonly #packs: ReadonlyMap<string, policy.PolicyPack>;

  constructor(
    packs: readonly policy.PolicyPack[],
    private readonly county: string,
  ) {
    this.#packs = new Map(packs.map((pack) => [policy.policyRef(pack), pack]));
  }

  shipped(): object[] {
    return [...this.#packs].map(([scheme, { name, county, effectiveFrom, appraisal }]) => ({ scheme, name, own: county === this.county, effectiveFrom, dimensions: appraisal.dimensions })).sort((a, b) => (a.scheme < b.scheme ? -1 : 1));
  }

  /** The scheme that a request names or carries; throws the problem of the field that is wrong. */
  triedBy({ scheme, document }: WhatIfBody): TriedScheme {
    if ((scheme === undefined) === (document === undefined)) throw fieldProblem('scheme', 'one-of-two', 'scheme（平台所带的方案）与 document（自拟的方案）须且只能填一种');
    if (document !== undefined) return { ref: 'document', scheme: parsed(document) };
    const pack = this.#packs.get(scheme ?? '');
    if (!pack) throw fieldProblem('scheme', 'unknown-scheme', `没有这个方案，可用：${[...this.#packs.keys()].join('、')}`);
    return { ref: policy.policyRef(pack), scheme: pack.appraisal };
  }
}

function parsed(document: object): policy.AppraisalScheme {
  const read = policy.parseAppraisalScheme(document);
  if (read.ok) return read.scheme;
  const errors = read.problems.slice(0, 50).map(({ path, message }) => ({ field: `document${path === '' ? '' : `.${path.replace(/\[(\d+)\]/g, '.$1')}`}`, code: 'unfit-scheme', message }));
  throw ProblemException.of('validation-failed', { errors });
}
