export { halfUp, linearPoints, meanOf, partsOf, type Hundredths, type LinearItem } from './arithmetic.js';
export * from './frozen.js';
export * from './period.js';
export * from './period.decide.js';
export * from './period.evolve.js';
export * from './period-span.js';
export * from './ranking.js';
export * from './score.js';
