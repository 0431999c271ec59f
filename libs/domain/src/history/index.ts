export * from './history-commands.js';
export * from './history-plan.js';
export * from './history-record.js';
export * from './history-row.js';
