export * from './shared/index.js';
export * as policy from './policy/index.js';
export * as ticket from './ticket/index.js';
export * as handling from './handling/index.js';
export * as visit from './visit/index.js';
export * as supervisionOrder from './supervision-order/index.js';
export * as history from './history/index.js';
