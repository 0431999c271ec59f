export * from './archive-file.js';
export * from './disposal.js';
