export { decide } from './statutory-limit.decide.js';
export { evolve } from './statutory-limit.evolve.js';
export * from './statutory-limit.js';
