export * from './supervision-order.js';
export * from './order-of-dispatch.js';
export * from './supervision-order.decide.js';
export * from './supervision-order.evolve.js';
