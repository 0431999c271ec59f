import 'reflect-metadata';
import { IsEmail, IsISO8601, IsOptional, MaxLength } from 'class-validator';
import { IsCodeOf, IsFlag, IsId, IsInstant, IsLocalDate, IsPart, IsUnitCode, IsWholeNumber, type ProblemException, Text, validationPipe } from './index.js';

class Part {
  @Text(5)
  word!: string;
}

class Everything {
  @Text(5, { optional: true }) text?: string;
  @IsInstant({ optional: true }) at?: string;
  @IsLocalDate({ optional: true }) on?: string;
  @IsUnitCode({ optional: true }) unit?: string;
  @IsCodeOf({ a: '甲', b: '乙' }, { optional: true }) code?: string;
  @IsId({ optional: true }) id?: string;
  @IsFlag({ optional: true }) flag?: boolean;
  @IsWholeNumber(0, 9, { optional: true }) count?: number;
  @IsPart(() => Part, { optional: true, each: true }) parts?: Part[];
  @IsPart(() => Part, { optional: true }) part?: Part;
  @IsOptional() @MaxLength(3) plain?: string;
  @IsOptional() @IsISO8601({}, { message: '请填写受理时间' }) own?: string;
  @IsOptional() @IsEmail() email?: string;
}

class WithPart {
  @IsPart(() => Part)
  part!: Part;
}

class WithParts {
  @IsPart(() => Part, { each: true })
  parts!: Part[];
}

async function faults(body: unknown, metatype: new () => object = Everything): Promise<Record<string, string>> {
  try {
    await validationPipe().transform(body, { type: 'body', metatype });
    return {};
  } catch (error) {
    return Object.fromEntries(((error as ProblemException).problem.errors ?? []).map(({ field, message }) => [field, message]));
  }
}

it.each<[keyof Everything, unknown[], unknown[]]>([
  ['text', ['灯', ' 路灯不亮 ', '😀😀😀😀😀', 'a\nb\tc', null], ['', '  ', 'abcdef', 7, 'a\0b', '\ud800', 'a\u0007', ['a'], {}]],
  ['at', ['2018-09-21T09:30:00+08:00', '2018-09-21T01:30Z', '2024-02-29T00:00:00.123456Z'], ['2018-09-21', '2018-09-21T09:30:00', '2018-02-29T00:00:00Z', '2018-09-21T24:00:00Z', '1999-12-31T23:59:59Z', '2101-01-01T00:00:00Z', 0]],
  ['on', ['2018-09-21', '2024-02-29'], ['2018-9-21', '2018-02-29', '2018-09-21T00:00:00Z', '1999-12-31', 20180921]],
  ['unit', ['YM-01', 'a'], ['', 'a b', '单位', 'a'.repeat(65), 1]],
  ['code', ['a'], ['c', '甲', 'toString', ['a']]],
  ['id', ['0190f5a0-0000-7000-8000-000000000001'], ['1', 'x'.repeat(36)]],
  ['flag', [true, false], ['true', 1]],
  ['count', [0, 9], [10, -1, 1.5, '5', NaN]],
  ['parts', [[{ word: 'a' }], []], [[{ word: '' }], [{}], [7], { word: 'a' }, 'x', [[]], [[{ word: 'a' }]], Array.from({ length: 201 }, () => ({ word: 'a' }))]],
  ['part', [{ word: 'a' }, null], [[], [{ word: 'a' }], {}, 7, 'x', { word: '' }]],
])('%s takes and refuses what it should', async (field, good, bad) => {
  for (const value of good) expect([value, await faults({ [field]: value })]).toEqual([value, {}]);
  for (const value of bad) expect([value, Object.keys(await faults({ [field]: value }))]).toEqual([value, expect.arrayContaining([expect.stringContaining(field)])]);
});

it('tells in Chinese what is wrong, with the limit, and leaves an author’s own words alone', async () => {
  expect(await faults({ plain: 'abcd', own: 'x', email: 'x', extra: 1, parts: [{ word: 'a' }, { word: 'abcdef', more: 1 }] })).toEqual({
    plain: '不得超过 3 个字符',
    own: '请填写受理时间',
    email: '应为电子邮件地址',
    extra: '不认识的字段',
    'parts.1.word': '应为 1 至 5 个字符的文本，不含控制字符',
    'parts.1.more': '不认识的字段',
  });
});

it('takes null for left out', async () => {
  const body = (await validationPipe().transform({ text: null }, { type: 'body', metatype: Everything })) as Everything;
  expect(body.text).toBeUndefined();
});

it.each([undefined, null, {}, { part: null }])('tells of a part that is missing: %j', async (body) => {
  expect([await faults(body, WithPart), Object.keys(await faults(body, WithParts))]).toEqual([{ part: expect.stringMatching(/必填|应为对象/) }, expect.arrayContaining(['parts'])]);
});

it('takes no list for a part, nor for the whole', async () => {
  expect([await faults({ part: [] }, WithPart), await faults({ part: [{ word: 'a' }] }, WithPart)]).toEqual([{ part: '应为对象' }, { part: '应为对象' }]);
  expect([await faults([], WithPart), await faults([], Everything), await faults([{ part: { word: 'a' } }], WithPart)]).not.toContainEqual({});
});
