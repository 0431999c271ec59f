export * from './clock.js';
export * from './ticket-fact.js';
