export { decide } from './decide.js';
export { evolve } from './evolve.js';
export * from './extension.js';
