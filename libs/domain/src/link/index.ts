export * from './link.js';
export * from './link.decide.js';
