/**
 * `npm run verify -- audit [--service <name>]… [--anchors <file>]… [--database <url>]`: recomputes the hash chain of each service's audit log and
 * compares it with the anchors that were kept outside of the database. See `--help`.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { layoutFrom } from '../local/layout.ts';
import { databaseUrl } from './local-stack.ts';
import { endWith } from './usage-fault.ts';
import { verifyLogs } from './verify/audit.ts';
import { help, orderFrom } from './verify/order.ts';

try {
  const order = orderFrom(process.argv.slice(2));
  if (order.verb === 'help') tell(help);
  else {
    const anchorFiles = order.anchors.length > 0 ? order.anchors.map(fromCaller) : anchorFilesOf(order.database ?? process.env['DATABASE_URL']);
    process.exitCode = (await verifyLogs(order.database ?? databaseUrl(), { services: order.services, anchorFiles }, tell)) ? 0 : 1;
  }
} catch (error) {
  endWith(error);
}

/** HOTLINE_AUDIT_ANCHOR, else the file of the local stack when its database is the one that is verified. */
function anchorFilesOf(otherDatabase: string | undefined): readonly string[] {
  const named = process.env['HOTLINE_AUDIT_ANCHOR'];
  if (named) return [fromCaller(named)];
  const { auditAnchors } = layoutFrom(process.env);
  return otherDatabase === undefined && existsSync(auditAnchors) ? [auditAnchors] : [];
}

/** As the person wrote it, from where the person is: npm changes to the root of the repository. */
function fromCaller(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', file);
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
