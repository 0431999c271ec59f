import { monitorEventLoopDelay } from 'node:perf_hooks';
import { gauge } from './metrics.js';

let observing = false;

/** Shows memory, CPU time and event-loop delay of this process; a second call does nothing. */
export function observeProcess(): void {
  if (observing) return;
  observing = true;
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  gauge('process_resident_memory_bytes', 'Resident memory of the process', () => process.memoryUsage.rss());
  gauge('nodejs_heap_used_bytes', 'Used heap of the process', () => process.memoryUsage().heapUsed);
  gauge('process_cpu_seconds', 'User and system CPU time spent since start', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  gauge('nodejs_eventloop_delay_p99_seconds', 'p99 of the event loop delay since the last look', () => {
    const p99 = delay.percentile(99) / 1e9;
    delay.reset();
    return p99;
  });
}
