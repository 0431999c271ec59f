import { histogram } from '@hotline/observability';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300];

const lateness = histogram('hotline_sla_sweep_lateness_seconds', 'Time from the moment a clock was due to the sweep that handled it', SECONDS);

/** Notes how late the sweep came to one clock, in milliseconds. */
export function recordLateness(ms: number): void {
  lateness(ms / 1_000);
}
