export * from './second-dissatisfaction.js';
