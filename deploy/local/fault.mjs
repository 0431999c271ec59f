/** Something the person at the keyboard can mend: one line that says what is wrong and what to do, Chinese first. */
export class Fault extends Error {
  /**
   * @param {string} chinese what is wrong and what to do
   * @param {string} english the same, short
   * @param {number} exitCode with which the process ends
   */
  constructor(chinese, english, exitCode = 1) {
    super(`${chinese} (${english})`);
    this.name = 'Fault';
    this.exitCode = exitCode;
  }
}

/**
 * Ends the process with code 1 unless a fault names another: a fault as what it says, anything else with its stack because it is a defect.
 * @param {unknown} error
 * @returns {never}
 */
export function exitWith(error) {
  const text = error instanceof Fault ? `✗ ${error.message}` : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(error instanceof Fault ? error.exitCode : 1);
}
