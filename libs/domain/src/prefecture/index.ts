export * from './application.js';
export * from './delivery.js';
export * from './delivery.decide.js';
export * from './reconciliation.js';
export * from './transfer.js';
