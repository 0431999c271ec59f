import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';

/** Something the service cannot work without; `check` throws while it is missing. */
export interface HealthCheck {
  readonly name: string;
  check(): Promise<void>;
}

export interface CheckReport {
  readonly name: string;
  readonly status: 'ok' | 'failed' | 'timeout';
}

const TIMEOUT_MS = 1_000;

/** Knows whether the service has started, is draining, and whether what it depends on answers within a second. */
@Injectable()
export class HealthChecks implements OnApplicationBootstrap {
  private readonly log = new Logger('Health');
  private readonly checks: HealthCheck[];
  private running: Promise<readonly CheckReport[]> | undefined;
  private failing = '';
  started = false;
  draining = false;

  constructor(checks: readonly HealthCheck[] = []) {
    this.checks = [...checks];
  }

  onApplicationBootstrap(): void {
    this.started = true;
  }

  /** Adds a check after the fact, e.g. from a module that opens its own connection. */
  add(check: HealthCheck): void {
    this.checks.push(check);
  }

  /** Runs every check once; callers that come meanwhile share the answer, so probes cannot pile up on a slow database. */
  run(): Promise<readonly CheckReport[]> {
    this.running ??= Promise.all(this.checks.map(reportOf))
      .then((reports) => this.noteChange(reports))
      .finally(() => (this.running = undefined));
    return this.running;
  }

  private noteChange(reports: readonly CheckReport[]): readonly CheckReport[] {
    const failing = reports.filter(({ status }) => status !== 'ok').map(({ name, status }) => `${name} ${status}`);
    if (failing.join() !== this.failing) this.log.warn(failing.length > 0 ? `not ready: ${failing.join(', ')}` : 'ready again');
    this.failing = failing.join();
    return reports;
  }
}

async function reportOf(dependency: HealthCheck): Promise<CheckReport> {
  const { promise: late, resolve } = Promise.withResolvers<CheckReport['status']>();
  const timer = setTimeout(() => resolve('timeout'), TIMEOUT_MS);
  const checked = Promise.resolve()
    .then(() => dependency.check())
    .then(
      () => 'ok' as const,
      () => 'failed' as const,
    );
  const status = await Promise.race([checked, late]);
  clearTimeout(timer);
  return { name: dependency.name, status };
}
