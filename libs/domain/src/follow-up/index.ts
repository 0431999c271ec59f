export * from './follow-up.js';
export * from './follow-up.decide.js';
