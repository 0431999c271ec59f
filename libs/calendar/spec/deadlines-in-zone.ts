/** Run by the time-zone spec as a process of its own: cases on stdin, deadlines on stdout, in whatever zone TZ names. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// Node strips types but does not map the `.js` of our relative imports to the `.ts` beside it.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith('.') && context.parentURL?.endsWith('.ts') ? specifier.replace(/\.js$/, '.ts') : specifier, context),
});

const { compileCalendar } = await import('../src/compile-calendar.js');
const { deployedYears } = await import('./deployed-years.js');
const { instantOf } = await import('@hotline/domain/shared');

const calendar = compileCalendar(deployedYears());
const cases = JSON.parse(readFileSync(0, 'utf8')) as { start: string; workingDays: number }[];
const deadlines = cases.map(({ start, workingDays }) => ({
  ...calendar.deadline(instantOf(start), workingDays),
  days: calendar.explain(instantOf(start), workingDays).map((day) => day.date),
}));
const serverMidnightHour = new Date('2018-09-21T00:00:00Z').getHours();
process.stdout.write(JSON.stringify({ serverMidnightHour, deadlines }));
