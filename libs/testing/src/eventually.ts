/** How long to wait and how often to look, in milliseconds. */
export interface Patience {
  readonly within?: number;
  readonly every?: number;
}

/**
 * Repeats an assertion until it passes and answers its value; after `within` (20,000 ms: on a busy machine only what hangs takes longer) throws what it threw last.
 * Instead of a sleep: as quick as the thing waited for, and the failure says what was still missing.
 */
export async function eventually<T>(assertion: () => T | Promise<T>, { within = 20_000, every = 20 }: Patience = {}): Promise<T> {
  const deadline = performance.now() + within;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() + every > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
