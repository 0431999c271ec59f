export * from './handling.commands.js';
export * from './handling.decide.js';
export * from './handling.events.js';
export * from './handling.evolve.js';
export * from './handling.rules.js';
export * from './handling.state.js';
export type { HandlingDecision } from './holding.js';
export { unitReturnWindow } from './return.decide.js';
