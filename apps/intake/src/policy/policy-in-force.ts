/** Injection token of the service's PolicyBook. */
export const POLICY_BOOK = Symbol('intake.policy-book');
