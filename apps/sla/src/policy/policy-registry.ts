import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Logger } from '@nestjs/common';
import { loadPolicyBook, loadPolicyPacks } from '@hotline/http';
import { policy } from '@hotline/domain';

/**
 * The policy packs by which clocks are timed: all of the folder, and the one named by HOTLINE_POLICY for dispatches that cite
 * a pack which is not installed here. Such a pack is warned of once; its tickets must not stay without clocks.
 */
export function openPolicyBook(path: string, county: string): policy.PolicyBook {
  const installed = policy.policyBook(installedPacks(path, county));
  const fallback = loadPolicyBook(path, county);
  const known = new Map<policy.PolicyRef, policy.PolicyPack>();
  const log = new Logger('Policy');
  return {
    policyAt: installed.policyAt,
    policyOf: (ref) => {
      const found = known.get(ref) ?? packOf(ref, installed, fallback, log);
      known.set(ref, found);
      return found;
    },
  };
}

/** All packs of the county that lie in the folder of HOTLINE_POLICY, old versions included. */
export function installedPacks(path: string, county: string): readonly policy.PolicyPack[] {
  return loadPolicyPacks(statSync(path).isDirectory() ? path : dirname(path), county);
}

const ALWAYS = '9999-12-31';

function packOf(ref: policy.PolicyRef, installed: policy.PolicyBook, fallback: policy.PolicyBook, log: Logger): policy.PolicyPack {
  try {
    return installed.policyOf(ref);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log.warn(`policy pack ${ref} is not installed; its tickets are timed by the default pack`);
    return fallback.policyAt(ALWAYS);
  }
}

/** Injection token of the packs themselves, to be shown. */
export const POLICY_PACKS = Symbol('sla.policy-packs');

/** Injection token of the service's PolicyBook. */
export const POLICY_BOOK = Symbol('sla.policy-book');
