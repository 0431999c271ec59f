export * from './duplicate.js';
export * from './features.js';
export * from './similarity.js';
export * from './starting-words.js';
export * from './subject-tree.js';
export * from './token.js';
export * from './word-counts.js';
