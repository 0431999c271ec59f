import type { FormRow } from '@hotline/documents';

/** Lines left for the pen. */
export interface PenRoom {
  readonly leader: number;
  readonly result: number;
  readonly issuer: number;
}

const ROOM: PenRoom = { leader: 3, result: 4, issuer: 3 };
/** What gives way first when a slip has much to tell; two lines are always left. */
const CUTS: readonly (keyof PenRoom)[] = ['result', 'issuer', 'leader', 'result'];

/** Points of an A4 form beside which everything for the pen has its full room. */
const FULL_ROOM = 270;
const PEN_LINE = 22;
/** Characters that a box takes, alone in its row or one of two, and points of a line of 12-point text and of the rest of a row. */
const [WIDE, NARROW, LINE, FRAME] = [32, 11.9, 17.3, 8.5];

/** The more a slip tells, the less room it leaves to the pen, so that it stays one sheet as long as that is possible. */
export function penRoom(told: readonly FormRow[]): PenRoom {
  const missing = told.reduce((sum, row) => sum + heightOf(row), 0) - FULL_ROOM;
  const cuts = CUTS.slice(0, Math.max(0, Math.ceil(missing / PEN_LINE)));
  return cuts.reduce((room, which) => ({ ...room, [which]: room[which] - 1 }), ROOM);
}

function heightOf({ boxes }: FormRow): number {
  const room = boxes.length === 1 ? WIDE : NARROW;
  const lines = boxes.map(({ text }) => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0));
  return Math.max(...lines) * LINE + FRAME;
}

/** In characters, a Latin letter or digit counting a little over a half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.6 : 1), 0);
}
