import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The head of a service's chain at a moment, kept where whoever can write to the database cannot. */
export interface AuditAnchor {
  readonly service: string;
  readonly position: number;
  /** Hexadecimal. */
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Appends an anchor as one line and returns when it is on the disk. Lines of several replicas never mix: each is one write to the end of the file. */
export async function appendAnchor(file: string, { service, position, hash, at }: AuditAnchor): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(`${JSON.stringify({ service, position, hash, at })}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The anchors in the lines of an anchor file or of a service's log; `unreadable` counts lines (from 1) that must once have been one. */
export function anchorsIn(text: string): { readonly anchors: readonly AuditAnchor[]; readonly unreadable: readonly number[] } {
  const anchors: AuditAnchor[] = [];
  const unreadable: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (!/"hash"|"position"/.test(line)) return;
    const anchor = anchorIn(line);
    if (anchor) anchors.push(anchor);
    else unreadable.push(index + 1);
  });
  return { anchors, unreadable };
}

function anchorIn(line: string): AuditAnchor | undefined {
  try {
    const { service, position, hash, at } = JSON.parse(line) as Record<string, unknown>;
    if (typeof service !== 'string' || typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash) || typeof at !== 'string') return undefined;
    return typeof position === 'number' && Number.isSafeInteger(position) && position > 0 ? { service, position, hash, at } : undefined;
  } catch {
    return undefined;
  }
}
