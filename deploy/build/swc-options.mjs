/**
 * How TypeScript becomes JavaScript, for the build and for jest alike: Nest and MikroORM read decorator metadata, and
 * class fields must not overwrite what a decorator or a constructor has set.
 * @type {import('@swc/core').Options}
 */
export const swcOptions = {
  swcrc: false,
  configFile: false,
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};
