import { performance } from 'node:perf_hooks';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, DryRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { importSources, specsBelow } from './specs-in-process.mjs';

/** The properties over whole lives take seconds for each mutant; the examples must notice by themselves. */
const LEFT_OUT = /#the handling of a case, whatever the order of its steps|#the clocks of a ticket › .* end the same whether/;

/**
 * Runs the specs of the pure libs in one process, thousands of mutants a minute: a runner of whole test files spends most of an hour on
 * loading. A spec that fails is run once more without the mutant; if it still fails, an earlier mutant left something behind, and all is loaded anew.
 */
class InProcessRunner {
  constructor() {
    this.root = process.cwd();
    /** What the mutants in the code look at. */
    this.mutation = /** @type {Record<string, any>} */ (/** @type {any} */ (globalThis)[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
    /** @type {Awaited<ReturnType<typeof specsBelow>>} */
    this.specs = new Map();
    /** @type {Map<string, number>} */
    this.cost = new Map();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // the same few draws for every mutant, and no search for the smallest counterexample
    fc.configureGlobal({ seed: 12_345, numRuns: 30, endOnFailure: true });
    importSources(this.root);
    this.specs = await specsBelow(this.root, LEFT_OUT);
  }

  async dryRun() {
    const results = [];
    for (const id of this.specs.keys()) {
      this.mutation.currentTestId = id;
      results.push(await this.result(id));
    }
    this.mutation.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: this.mutation.mutantCoverage ?? { static: {}, perTest: {} } };
  }

  /** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options */
  async mutantRun(options) {
    if (options.mutantActivation === 'static') throw new Error('a mutant that is there while modules load is left out: ignoreStatic');
    let run = await this.against(options);
    if (run.failed !== null && (await this.result(run.failed)).status === TestStatus.Failed) {
      this.specs = await specsBelow(this.root, LEFT_OUT);
      run = await this.against(options);
      if (run.failed !== null) this.specs = await specsBelow(this.root, LEFT_OUT);
    }
    return toMutantRunResult(determineHitLimitReached(run.hits, options.hitLimit) ?? { status: DryRunStatus.Complete, tests: run.results });
  }

  /**
   * The specs that reach the mutant, the quick ones first, until one fails.
   * @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options
   */
  async against({ activeMutant, testFilter, hitLimit }) {
    const ids = (testFilter ?? [...this.specs.keys()]).toSorted((a, b) => (this.cost.get(a) ?? 0) - (this.cost.get(b) ?? 0));
    Object.assign(this.mutation, { activeMutant: activeMutant.id, hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    const results = [];
    for (const id of ids) {
      results.push(await this.result(id));
      if (results.at(-1)?.status === TestStatus.Failed) break;
    }
    const hits = /** @type {number | undefined} */ (this.mutation.hitCount);
    Object.assign(this.mutation, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    const last = results.at(-1);
    return { results, hits, failed: last?.status === TestStatus.Failed ? last.id : null };
  }

  /** @param {string} id */
  async result(id) {
    const spec = this.specs.get(id);
    if (!spec) throw new Error(`no spec ${id}`);
    const before = performance.now();
    /** @type {{ status: TestStatus.Success } | { status: TestStatus.Failed, failureMessage: string }} */
    let outcome = { status: TestStatus.Success };
    try {
      await spec.body();
    } catch (error) {
      outcome = { status: TestStatus.Failed, failureMessage: String(error) };
    }
    const timeSpentMs = performance.now() - before;
    this.cost.set(id, timeSpentMs);
    return { id, name: spec.name, fileName: spec.fileName, timeSpentMs, ...outcome };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
