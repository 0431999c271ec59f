import { errorRecord } from './index.js';

it('keeps kind, code and place of an error and strikes out what it quotes', () => {
  const record = errorRecord(new Error('cannot dispatch "元谋县" to 13888888888: 张三 refused\nsecond line'));
  expect(record).toMatchObject({ type: 'Error', message: 'cannot dispatch "…" to #: … refused' });
  expect(record.frames?.[0]).toMatch(/error-record\.spec\.ts:\d+/);
});

it('keeps names of code, which are no one’s', () => {
  expect(errorRecord(new TypeError("Cannot read properties of undefined (reading 'dueAt')")).message).toBe("Cannot read properties of undefined (reading 'dueAt')");
});

it('of a database error keeps only code, table and constraint', () => {
  const cause = Object.assign(new Error('duplicate key value (phone)=(13888888888)'), { severity: 'ERROR', code: '23505', table: 'petitioner', constraint: 'petitioner_phone', detail: 'Key (phone)=(13888888888)' });
  const record = errorRecord(Object.assign(new Error("insert into petitioner values ('张三')", { cause }), { name: 'UniqueConstraintViolationException', code: '23505' }));
  expect(record).toEqual({ type: 'UniqueConstraintViolationException', code: '23505', frames: expect.any(Array), cause: { type: 'Error', code: '23505', table: 'petitioner', constraint: 'petitioner_phone', frames: expect.any(Array) } });
});

it('of anything thrown that is no error keeps the type', () => {
  expect(errorRecord('张三')).toEqual({ type: 'string' });
});

it('does not follow causes for ever', () => {
  const loop = new Error('a');
  loop.cause = loop;
  expect(JSON.stringify(errorRecord(loop)).match(/"type"/g)).toHaveLength(4);
});
