import eslint from '@eslint/js';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript-eslint';
import { fileNames } from './lint/file-names.rule.mjs';
import { moduleBoundaries } from './lint/module-boundaries.rule.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** @param {string} selector @param {string} message */
const never = (selector, message) => ({ selector, message });

const namesThatSayNothing = [
  never('TSInterfaceDeclaration[id.name=/^I[A-Z][a-z]/]', 'Name the interface after what it is, without an I.'),
  never('ClassDeclaration[id.name=/^Base[A-Z]|(Manager|Helper|Utils?)$/]', 'Name the class after what it does.'),
];
const shape = [
  ...namesThatSayNothing,
  never('ExportDefaultDeclaration', 'Exports are named.'),
  never('MethodDefinition[kind="constructor"][accessibility!="private"] > FunctionExpression[params.length>5]', 'More than five dependencies are usually two things.'),
];
const impure = [
  never('NewExpression[callee.name="Date"][arguments.length=0]', 'The moment comes in with the command.'),
  never('CallExpression[callee.name="Date"]', 'The moment comes in with the command.'),
];
const dishonestTests = [
  never('MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]', 'Every test runs.'),
  never('CallExpression[callee.name=/^(fit|xit|xtest|fdescribe|xdescribe)$/]', 'Every test runs.'),
  never('CallExpression[callee.name="setTimeout"]', 'No sleep in tests: use eventually().'),
];
const theClock = 'The moment, the ids and the chance come in with the command.';

export default typescript.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.hotline/**', '.mutation/**', '.nx/**', 'coverage/**', 'test/fixtures/**', '**/generated/**', 'libs/client/types/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommended],
    languageOptions: { parserOptions: { project: ['tsconfig.base.json'], tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': 'off', // the compiler says it
      'no-undef': 'off',
    },
  },
  {
    files: ['{apps,libs,deploy,test}/**/*.{ts,mjs}'],
    plugins: { hotline: { rules: { 'module-boundaries': moduleBoundaries, 'file-names': fileNames } } },
    rules: {
      'hotline/module-boundaries': 'error',
      'hotline/file-names': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-control-regex': 'off', // refusing control characters is what some expressions are for
      'no-useless-assignment': 'off',
    },
  },
  {
    files: ['{apps,libs,deploy,test}/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 40, skipComments: true }], 'no-restricted-syntax': ['error', ...shape] },
  },
  { files: ['apps/*/src/migrations/**', 'libs/*/src/**/*.migration.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['test/bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['libs/{domain,calendar}/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...shape, ...impure],
      'no-restricted-globals': [
        'error',
        ...['process', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'performance', 'crypto', 'fetch', 'globalThis', 'Buffer'].map((name) => ({ name, message: theClock })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: theClock },
        { object: 'Math', property: 'random', message: theClock },
        { object: 'Temporal', property: 'Now', message: theClock },
        { property: 'randomUUID', message: theClock },
      ],
    },
  },
  {
    files: ['**/*.spec.ts'],
    rules: {
      'max-lines': ['error', { max: 350 }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...shape, ...dishonestTests],
    },
  },
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: { process: 'readonly', setTimeout: 'readonly', setInterval: 'readonly', require: 'readonly', module: 'writable', URL: 'readonly', globalThis: 'readonly' } } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
