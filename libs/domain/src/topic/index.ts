export * from './cluster.js';
export * from './topic.js';
