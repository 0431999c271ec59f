export * from './channel-particulars.js';
export * from './ticket.js';
export * from './ticket.decide.js';
export * from './ticket.evolve.js';
