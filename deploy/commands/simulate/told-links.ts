import type { ToldEvent } from './event-log.ts';

const WITH_ITS_PRIMARY = ['merged', 'duplicate'];

/** What the county does with a ticket. */
const DONE: Readonly<Record<string, string>> = { 'ticket.dispatched.v1': 'dispatchedAt', 'ticket.answered.v1': 'answeredAt', 'ticket.declined.v1': 'declinedAt', 'ticket.upstream-return-asked.v1': 'askedAt' };

/** When the county was done with a ticket that it had to dispatch from `since` on: by a dispatch, an answer, an application upstream, or by a link that then stood or followed. */
export function countyDoneAt(events: readonly ToldEvent[], since: string): string | null {
  const done = doneBy(events);
  const links = turnsOf(events);
  if (wasPrimaryDeclinedAt(events, since)) return earliestFrom(since, [...done, ...toldAt(events)], links.filter(({ at }) => at > since).map(({ at }) => at));
  if (links.findLast(({ at }) => at <= since)?.tied) return since;
  return earliestFrom(since, done, links.flatMap(({ at, tied }) => (tied ? [at] : [])));
}

export function wasUnlinkedAt(events: readonly ToldEvent[], moment: string): boolean {
  return turnsOf(events).some(({ at, tied }) => !tied && at === moment);
}

/** The primary ticket was declined then, and the petitioner is to be told or the ticket taken up by itself. */
export function wasPrimaryDeclinedAt(events: readonly ToldEvent[], moment: string): boolean {
  return events.some(({ name, data }) => name === 'ticket.primary-declined.v1' && data['awaitsSince'] === moment);
}

function toldAt(events: readonly ToldEvent[]): string[] {
  return events.flatMap(({ name, data }) => (name === 'ticket.petitioner-told.v1' ? [data['toldAt'] as string] : []));
}

function earliestFrom(since: string, ...moments: readonly (readonly string[])[]): string | null {
  return moments.flat().filter((at) => at >= since).sort()[0] ?? null;
}

/** Whether it was the county's turn at a moment: the last thing before it brought the ticket to its desk; `untouched` where nothing had happened yet. */
export function countyHadIt(events: readonly ToldEvent[], moment: string, untouched: boolean): boolean {
  const lead = new Map(events.filter(({ name }) => name === 'ticket.dispatched.v1').map(({ data }) => [data['dispatchNo'], data['lead']]));
  const turns = events.flatMap(({ name, data }): { at: string; county: boolean }[] => {
    switch (name) {
      case 'ticket.registered.v1':
        return data['channel'] === 'prefecture' ? [{ at: data['receivedAt'] as string, county: true }] : [];
      case 'ticket.accepted.v1':
        return [{ at: data['acceptedAt'] as string, county: true }];
      case 'ticket.return-decided.v1':
        return data['accepted'] === true && lead.get(data['dispatchNo']) === data['unit'] ? [{ at: data['decidedAt'] as string, county: true }] : [];
      case 'ticket.dispatch-withdrawn.v1':
        return data['reason'] === 'recalled' ? [{ at: data['withdrawnAt'] as string, county: true }] : [];
      case 'ticket.upstream-return-decided.v1':
        return data['accepted'] === true ? [] : [{ at: data['decidedAt'] as string, county: true }];
      case 'ticket.rework-awaits-dispatch.v1':
        return [{ at: data['awaitsSince'] as string, county: true }];
      default:
        return [];
    }
  });
  const ended = doneBy(events).map((at) => ({ at, county: false }));
  return [...turns, ...ended].filter(({ at }) => at <= moment).sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.county ?? untouched;
}

/** When the county did something with the ticket; a dispatch that its own answer or decline withdrew never was one. */
function doneBy(events: readonly ToldEvent[]): string[] {
  const undone = new Set(events.flatMap(({ name, data }) => (name === 'ticket.dispatch-withdrawn.v1' && data['reason'] !== 'recalled' ? [data['dispatchNo']] : [])));
  return events.flatMap(({ name, data }) => (DONE[name] && !(name === 'ticket.dispatched.v1' && undone.has(data['dispatchNo'])) ? [data[DONE[name]] as string] : []));
}

/** Links by which the ticket is handled with its primary, and their undoing, in order. */
function turnsOf(events: readonly ToldEvent[]): { readonly at: string; readonly tied: boolean }[] {
  return events
    .filter(({ name, data }) => name === 'ticket.linked.v1' && WITH_ITS_PRIMARY.includes(data['link'] as string))
    .map(({ data }) => ({ at: data['linkedAt'] as string, tied: data['undone'] !== true }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : Number(a.tied) - Number(b.tied)));
}
