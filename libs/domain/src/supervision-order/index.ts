export * from './supervision-order.js';
