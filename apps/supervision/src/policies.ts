/** Injection token of the county's policy book. */
export const POLICIES = Symbol('supervision.policies');
