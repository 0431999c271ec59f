export { openBus, type BusOptions, type HotlineBus } from './bus.js';
export type { EventName, EventOf, HotlineEvent } from './event.js';
export * from './generated/events.js';
export { hotlineApi, type HotlineApi, type HotlineApiOptions, type HotlinePaths } from './http-api.js';
export { isEventName, parseEvent, type Parsed, type Unreadable } from './parse-event.js';
export { replay, type ReplayOptions } from './replay.js';
export { subscribe, type Handler, type SubscribeOptions, type Subscription, type Trouble } from './subscribe.js';
