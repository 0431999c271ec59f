export * from './command-request.js';
export * from './decision.js';
export * from './instants.js';
export * from './step-moment.js';
export * from './unit-sight.js';
export * from './vocabulary.js';
export * from './working-calendar.js';
