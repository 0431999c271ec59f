export * from './shared/index.js';
export * as policy from './policy/index.js';
