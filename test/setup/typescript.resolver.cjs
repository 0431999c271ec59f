const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

/**
 * Sources import each other as `./clock.js`, the name of the compiled module; jest reads `./clock.ts`.
 * @param {string} request
 * @param {{ basedir: string, defaultResolver: (request: string, options: object) => string }} options
 */
module.exports = (request, options) => {
  if (request.startsWith('.') && request.endsWith('.js') && !options.basedir.includes('/node_modules/')) {
    const source = resolve(options.basedir, request.replace(/\.js$/, '.ts'));
    if (existsSync(source)) return source;
  }
  return options.defaultResolver(request, options);
};
