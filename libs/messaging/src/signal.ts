/** A dirty flag one can wait for: raised any number of times, seen once; waiting ends early when it is raised. */
export class Signal {
  #raised = false;
  #release: (() => void) | undefined;

  raise(): void {
    this.#raised = true;
    this.#release?.();
  }

  lower(): void {
    this.#raised = false;
  }

  /** Resolves at once if raised, else when raised or after `ms`; lowers the flag. */
  async wait(ms: number): Promise<void> {
    if (!this.#raised)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#release = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#release = undefined;
    this.#raised = false;
  }
}

/** What `work` comes to, or a rejection as soon as the signal is given: for what may otherwise take for ever. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
