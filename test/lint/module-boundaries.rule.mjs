import { isBuiltin } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { boundaries, domainFolders } from './boundaries.mjs';
import { packageOf, projectOf, root, runtimePackages, workspaceProject } from './projects.mjs';

const isSpec = (/** @type {string} */ file) => /\.spec\.ts$|\/spec\//.test(file);

/**
 * Enforces boundaries.mjs on every kind of import. It reads the Nx tags itself, because Nx's own rule skips in silence
 * where no project graph has been made before, and a gate that may be open unseen is none.
 * @type {import('eslint').Rule.RuleModule}
 */
export const moduleBoundaries = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      'other-app': 'A service never imports another service ({{ target }}): let it tell by an event.',
      'forbidden-kind': '{{ from }} may not import {{ target }}.',
      'testing-outside-specs': 'Only specs import {{ target }}.',
      'deep-import': 'Import another project by its package name, not by a path ({{ target }}).',
      'forbidden-npm': '{{ from }} may not use the package {{ target }}.',
      'forbidden-node': '{{ from }} is pure and may not use {{ target }}.',
      'undeclared-package': '{{ target }} is not in the dependencies of package.json.',
      'other-context': 'The domain folder {{ from }} may not reach into {{ target }}.',
    },
  },
  create(context) {
    const importer = placeOf(context.filename);
    const check = (/** @type {import('estree').Node | null | undefined} */ node) => {
      if (node?.type !== 'Literal' || typeof node.value !== 'string') return;
      const problem = node.value.startsWith('.') ? relativeProblem(importer, node.value) : packageProblem(importer, node.value);
      if (problem) context.report({ node, messageId: problem, data: { from: `${importer.kind}`, target: node.value } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      'TSImportType > Literal.source': check,
      'TSExternalModuleReference > Literal': check,
      'CallExpression[callee.name="require"] > Literal': check,
    };
  },
};

/**
 * @typedef {{ file: string, project: import('./projects.mjs').Project | undefined, kind: string, spec: boolean }} Place
 * @param {string} file
 * @returns {Place}
 */
function placeOf(file) {
  const project = projectOf(file);
  return { file, project, kind: project?.kind ?? 'outside', spec: isSpec(file) };
}

/**
 * @param {Place} importer
 * @param {string} specifier
 */
function packageProblem(importer, specifier) {
  const rule = boundaries[importer.kind] ?? boundaries['outside'];
  if (!rule) return undefined;
  const target = workspaceProject(specifier);
  if (target) return workspaceProblem(importer, rule, target, specifier);
  if (importer.spec) return undefined;
  if (isBuiltin(specifier)) return rule.node ? undefined : 'forbidden-node';
  const name = packageOf(specifier);
  if (Array.isArray(rule.npm)) return rule.npm.includes(name) ? undefined : 'forbidden-npm';
  return rule.npm === 'any' || runtimePackages.has(name) ? undefined : 'undeclared-package';
}

/**
 * @param {Place} importer
 * @param {{ workspace: string[] }} rule
 * @param {import('./projects.mjs').Project} target
 * @param {string} specifier
 */
function workspaceProblem(importer, rule, target, specifier) {
  if (target.packageName === importer.project?.packageName) return undefined;
  if (target.kind === 'app') return 'other-app';
  if (rule.workspace.includes(specifier) || rule.workspace.includes(target.kind)) return undefined;
  if (target.kind !== 'testing') return 'forbidden-kind';
  return importer.spec ? undefined : 'testing-outside-specs';
}

/**
 * @param {Place} importer
 * @param {string} specifier
 */
function relativeProblem(importer, specifier) {
  const target = placeOf(resolve(dirname(importer.file), specifier));
  if (target.project?.directory !== importer.project?.directory) {
    if (target.kind === 'app') return 'other-app';
    // The simulator of the other level plays for stories and for the adapter's own specs alike.
    if (importer.spec && !target.project && target.file.startsWith(resolve(root, 'test/prefecture'))) return undefined;
    // What starts the servers runs before anything is built, so it takes the testing lib by its source.
    return importer.kind === 'outside' && target.kind === 'testing' ? undefined : 'deep-import';
  }
  return importer.kind === 'domain' && !importer.spec ? contextProblem(importer, target) : undefined;
}

/**
 * @param {Place} importer
 * @param {Place} target
 */
function contextProblem(importer, target) {
  const [from, to] = [importer, target].map(({ file, project }) => relative(resolve(project?.directory ?? '', 'src'), file).split(sep));
  if (!from || !to || from.length < 2) return undefined; // the lib's own index gathers them all
  const allowed = [from[0], ...(from[0] === 'shared' ? [] : (domainFolders['*'] ?? [])), ...(domainFolders[from[0] ?? ''] ?? [])];
  return allowed.includes(to[0]) ? undefined : 'other-context';
}
