export * from './handling.commands.js';
export * from './handling.events.js';
export * from './handling.rules.js';
export * from './handling.state.js';
