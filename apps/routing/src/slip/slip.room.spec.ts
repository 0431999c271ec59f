import { penRoom } from './slip.room.js';

const row = (text: string) => ({ boxes: [{ label: '诉求内容', text }] as [{ label: string; text: string }] });
const rows = (count: number) => Array.from({ length: count }, () => row('短'));

it('[Art. 15, 17] a slip that tells little leaves the pen its full room, one that tells much never less than two lines', () => {
  expect(penRoom(rows(10))).toEqual({ leader: 3, result: 4, issuer: 3 });
  expect(penRoom(rows(11))).toEqual({ leader: 3, result: 3, issuer: 3 });
  expect(penRoom(rows(12))).toEqual({ leader: 3, result: 3, issuer: 2 });
  expect(penRoom([...rows(9), row('长'.repeat(90))])).toEqual({ leader: 3, result: 3, issuer: 2 });
  expect(penRoom([...rows(9), row('长\n长\n长')])).toEqual({ leader: 3, result: 3, issuer: 2 });
  expect(penRoom(rows(40))).toEqual({ leader: 2, result: 2, issuer: 2 });
});
