import { registrations } from './registrations.ts';

const UNITS = ['YM-SWJ', 'YM-ZJJ', 'YM-JTYSJ', 'YM-GAJ', '532328101', '532328103', 'YM-NYNCJ', 'YM-RSJ'];
const SATISFACTIONS = ['very-satisfied', 'satisfied', 'basically-satisfied', 'dissatisfied'];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Monday 2019-03-04, 09:00 in Asia/Shanghai. */
const FIRST_RECEIPT = Date.UTC(2019, 2, 4, 1);

/** Rows of a history file with every column filled: months of a county, eight units, some late, some dissatisfied. */
export function pastTickets(source: string, count: number): Readonly<Record<string, unknown>>[] {
  const words = registrations();
  return Array.from({ length: count }, (_, index) => {
    const { category, title, text, subject, place } = words[index % words.length] as (typeof words)[number];
    const received = FIRST_RECEIPT + (index % 180) * DAY_MS + (index % 7) * HOUR_MS;
    const at = (days: number, hours: number): string => new Date(received + days * DAY_MS + hours * HOUR_MS).toISOString();
    const answeredAfter = 1 + (index % 22);
    return {
      ...{ externalId: `${source}-${index}`, source, channel: 'phone', category, title, text, subject, place: `532328101 ${place}`, unit: UNITS[index % UNITS.length] },
      ...{ receivedAt: at(0, 0), dispatchedAt: at(0, 2), signedAt: at(0, 5), contactedAt: at(1, 0), feedbackAt: at(answeredAfter, 3), closedAt: at(answeredAfter + 1, 4) },
      ...{ satisfaction: SATISFACTIONS[index % SATISFACTIONS.length], solved: index % 9 !== 0 },
    };
  });
}
