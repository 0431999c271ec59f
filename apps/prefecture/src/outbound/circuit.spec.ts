import { Circuit } from './circuit.js';

describe('the pause while the peer is down', () => {
  it('[Art. 14] begins after three failures in a row, grows, lets one message try, and ends with the first success', () => {
    const circuit = new Circuit(1_000, 4_000);
    circuit.failed(0);
    circuit.failed(0);
    expect(circuit.allowance(0, 8)).toBe(8);
    circuit.failed(0);
    expect([circuit.allowance(999, 8), circuit.allowance(1_000, 8), circuit.pausedUntil(0)]).toEqual([0, 1, 1_000]);
    circuit.failed(1_000);
    expect([circuit.allowance(2_999, 8), circuit.allowance(3_000, 8)]).toEqual([0, 1]);
    for (let failures = 0; failures < 40; failures++) circuit.failed(3_000);
    expect(circuit.pausedUntil(3_000)).toBe(7_000);
    circuit.succeeded();
    expect([circuit.allowance(3_000, 8), circuit.pausedUntil(3_000)]).toEqual([8, null]);
  });
});
