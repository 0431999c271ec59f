import type { PolicyPack } from '../policy/index.js';
import type { VisitBasis } from './visit.js';

const { imul } = Math;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Whether the seeded draw of Art. 19 picks this closed dispatch; the same four values always give the same answer, so a sample can be
 * drawn again and checked by anybody. `rate` is a share from 0 (nobody) to 1 (everybody).
 *
 * The draw: FNV-1a (32 bit) over the UTF-16LE bytes of `<seed>|<ticketId>|<dispatchNo>`, then the finaliser of MurmurHash3, which FNV
 * needs because its high bits hardly depend on the last bytes (here the dispatch number); picked when the result / 2³² < rate.
 */
export function sampled(ticketId: string, dispatchNo: number, seed: string, rate: number): boolean {
  return lotOf(ticketId, dispatchNo, seed) < rate;
}

/** The lot of one closed dispatch, in [0, 1): the smaller, the earlier it is called back. */
export function lotOf(ticketId: string, dispatchNo: number, seed: string): number {
  return draw(`${seed}|${ticketId}|${dispatchNo}`);
}

/** Why a closed dispatch is called back at once, or null when it is not: what the policy always visits, and what was found on the spot, come before the draw, which may be left to the end of the month. */
export function visitBasis(
  closed: { readonly ticketId: string; readonly dispatchNo: number; readonly supervised: boolean; readonly calledBack?: boolean },
  policy: PolicyPack['returnVisit'],
): VisitBasis | null {
  if (closed.supervised && policy.always.includes('supervised')) return 'supervised';
  if (closed.calledBack) return 'followed-up';
  if (policy.draw === 'monthly') return null;
  return sampled(closed.ticketId, closed.dispatchNo, policy.seed, policy.sampleRate) ? 'sampled' : null;
}

/** The one visit of a closed dispatch: the same closing, however often it is told of, names the same visit. */
export function visitIdOf(ticketId: string, dispatchNo: number): string {
  return `${ticketId}:${dispatchNo}`;
}

/** A number in [0, 1) that depends on every character of the text. */
function draw(text: string): number {
  let hash = FNV_OFFSET;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    hash = imul(hash ^ (unit & 0xff), FNV_PRIME);
    hash = imul(hash ^ (unit >>> 8), FNV_PRIME);
  }
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
