/** Something the person at the keyboard can mend: one line that says what is wrong and what to do, Chinese first. */
export class Fault extends Error {
  /**
   * @param {string} chinese what is wrong and what to do
   * @param {string} english the same, short
   */
  constructor(chinese, english) {
    super(`${chinese} (${english})`);
    this.name = 'Fault';
  }
}

/**
 * Ends the process with code 1: a fault as its one line, anything else with its stack because it is a defect.
 * @param {unknown} error
 * @returns {never}
 */
export function exitWith(error) {
  const text = error instanceof Fault ? `✗ ${error.message}` : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
