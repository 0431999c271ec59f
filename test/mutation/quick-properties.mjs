import fc from 'fast-check';

/**
 * The same few draws for every mutant, so that a score can be had again, and no search for the smallest counterexample: that takes
 * longer than a mutant is worth and would pass for a timeout.
 */
fc.configureGlobal({ seed: 12_345, numRuns: 30, endOnFailure: true });
