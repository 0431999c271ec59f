import { Fault } from '../local/fault.mjs';

/** A command was called wrongly or its surroundings are not there: the command ends with code 2, having changed nothing more. */
export class UsageFault extends Fault {}

/** Ends a command: one line for what a person can mend, the stack for a defect. A wrong call ends with 2, anything else with 1. */
export function endWith(error: unknown): never {
  const text = error instanceof Fault ? `✗ ${error.message}` : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(error instanceof UsageFault ? 2 : 1);
}
