export * from './visit.js';
export * from './visit.decide.js';
export * from './visit.evolve.js';
export * from './visit.subject.js';
export * from './visit.sample.js';
export * from './monthly-sample.js';
