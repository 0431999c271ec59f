import type { EventData } from './generated/events.js';

/** `ticket.signed.v1` and the like. */
export type EventName = keyof EventData;

/** One event of that name: CloudEvents 1.0 with the extensions `version` and `traceparent`. */
export interface EventOf<Name extends EventName> {
  readonly specversion: '1.0';
  /** The same in every delivery of this event; by it a repetition is known. */
  readonly id: string;
  /** `/hotline/<county>/<service>` */
  readonly source: string;
  readonly type: `hotline.${Name}`;
  /** Id of what the event is about: a ticket, a clock, a unit … */
  readonly subject: string;
  /** When it happened, ISO 8601 UTC. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema?: string;
  /** Of the subject within the source: the highest is the newest, whatever came first. */
  readonly version: number;
  /** W3C trace context of what caused it. */
  readonly traceparent?: string;
  readonly data: EventData[Name];
}

/** Any of the named events; `type` tells them apart. */
export type HotlineEvent<Name extends EventName = EventName> = { readonly [Each in Name]: EventOf<Each> }[Name];
