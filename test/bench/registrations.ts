import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../deploy/local/workspace.mjs';

interface SampleMessage {
  readonly category: string;
  readonly title: string;
  readonly text: string;
  readonly subject?: string;
  readonly place?: string;
}

/** What a caller sends to register a ticket. */
export interface RegistrationBody {
  readonly channel: string;
  readonly petitionerKind: string;
  readonly category: string;
  readonly subject: string;
  readonly townCode: string;
  readonly place: string;
  readonly title: string;
  readonly text: string;
  readonly petitioner: { readonly name: string; readonly contact: string; readonly idNumber: string };
}

/** The project's sample messages as live registrations, every petitioner with an identity to seal. */
export function registrations(): RegistrationBody[] {
  const lines = readFileSync(join(root, 'deploy/demo/sample-messages.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line, index) => {
    const { category, title, text, subject = '城乡建设', place = '元马镇' } = JSON.parse(line) as SampleMessage;
    const petitioner = { name: `张某${index}`, contact: `1380000${String(index).padStart(4, '0')}`, idNumber: `53232819800101${String(index).padStart(4, '0')}` };
    return { channel: 'phone', petitionerKind: 'individual', category, subject, townCode: '532328101', place, title, text, petitioner };
  });
}
