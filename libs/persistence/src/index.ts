export * from './group-commit.js';
export * from './grouped-commands.js';
export { answersOf } from './idempotency.js';
export * from './orm.js';
export { codeOf, outageOf } from './outage.js';
export * from './persistence.module.js';
export * from './platform.migration.js';
export * from './transaction.js';
export * from './unit-of-work.js';
