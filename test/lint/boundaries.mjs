/**
 * Who may import whom, by the Nx tag `kind:…` of each project's package.json. `workspace` lists kinds, or single entry
 * points where only those are meant; `npm` is a list of packages, or `runtime` for everything in `dependencies`. Contracts
 * need reflect-metadata for the decorators of the other two.
 * @type {Record<string, { workspace: string[], npm: string[] | 'runtime' | 'any', node: boolean }>}
 */
export const boundaries = {
  domain: { workspace: [], npm: [], node: false },
  calendar: { workspace: ['@hotline/domain/shared'], npm: [], node: false },
  contracts: { workspace: ['@hotline/domain/shared'], npm: ['class-validator', 'class-transformer', 'reflect-metadata'], node: false },
  adapter: { workspace: ['adapter', 'contracts', 'domain'], npm: 'runtime', node: true },
  app: { workspace: ['domain', 'calendar', 'contracts', 'adapter'], npm: 'runtime', node: true },
  /** Published: whoever installs it has nothing else of this repository. */
  client: { workspace: [], npm: ['@nats-io/jetstream', '@nats-io/transport-node', 'openapi-fetch'], node: true },
  testing: { workspace: ['domain', 'calendar', 'contracts', 'adapter', 'testing'], npm: 'any', node: true },
  /** Files of no project: deploy/ and test/. */
  outside: { workspace: ['domain', 'calendar', 'contracts', 'adapter', 'client', 'testing'], npm: 'any', node: true },
};

/**
 * Folders of libs/domain/src that another context's folder may use besides its own: the shared words and the policy. A past
 * ticket's history is told as commands to the contexts it went through; topics are found by the words that suggestions go by.
 * @type {Record<string, string[]>}
 */
export const domainFolders = {
  '*': ['shared', 'policy'],
  history: ['ticket', 'handling', 'visit'],
  topic: ['suggestion'],
};
