import { basename } from 'node:path';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const empty = /(^|[-.])(utils?|commons?|helpers?|managers?|misc|data|info)([-.]|$)/;
const migration = /^migration[-.]?\d+|^\d{8,}/i;

/**
 * A file is found by its name: kebab-case, and a word that says what is in it.
 * @type {import('eslint').Rule.RuleModule}
 */
export const fileNames = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      'not-kebab-case': '{{ name }}: file names are kebab-case with a role suffix.',
      'says-nothing': '{{ name }}: name the file after what is in it.',
    },
  },
  create(context) {
    const name = basename(context.filename).replace(/\.(ts|mjs|cjs)$/, '');
    return {
      Program(node) {
        if (migration.test(name)) return;
        if (!kebab.test(name)) context.report({ node, messageId: 'not-kebab-case', data: { name } });
        else if (empty.test(name)) context.report({ node, messageId: 'says-nothing', data: { name } });
      },
    };
  },
};
