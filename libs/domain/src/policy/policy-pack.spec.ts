import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { trialPack } from '../../spec/trial-pack.js';
import { everyUnitKeepsDuty, parsePolicyPack, policyBook, policyInForce, policyRef, type PolicyPack } from './index.js';

const yuanmou: unknown = parse(readFileSync(join(import.meta.dirname, '../../../../deploy/policy/yuanmou-2018.yaml'), 'utf8'));

function problemsOf(input: unknown): readonly { path: string; message: string }[] {
  const parsed = parsePolicyPack(input);
  return parsed.ok ? [] : parsed.problems;
}

function from(effectiveFrom: string, version = 1): PolicyPack {
  return { ...trialPack, version, effectiveFrom };
}

it('[Art. 19, 25] a pack may say when the sample is drawn and how long a call may take, or leave it', () => {
  const saying = (more: object): unknown => ({ ...trialPack, returnVisit: { ...trialPack.returnVisit, ...more } });
  expect(problemsOf(saying({}))).toEqual([]);
  expect(problemsOf(saying({ draw: 'monthly', callWithin: 3 }))).toEqual([]);
  expect(problemsOf(saying({ draw: 'weekly', callWithin: 0 })).map(({ path }) => path)).toEqual(['returnVisit.draw', 'returnVisit.callWithin']);
});

it('[Art. 16, 17] a duty roster is expected of every unit unless the pack asks only those that keep one', () => {
  expect(parsePolicyPack(yuanmou)).toMatchObject({ pack: { dutyRosters: 'all-units' } });
  expect(problemsOf(trialPack)).toEqual([]);
  expect([undefined, 'all-units', 'those-that-keep-one'].map((dutyRosters) => everyUnitKeepsDuty({ ...trialPack, ...(dutyRosters && { dutyRosters }) } as PolicyPack))).toEqual([true, true, false]);
});

describe('the pack of Yuanmou', () => {
  it('[Art. 14, 17] holds the limits, caps and rates of the reading', () => {
    expect(parsePolicyPack(yuanmou)).toMatchObject({
      ok: true,
      pack: {
        id: 'yuanmou-2018',
        version: 1,
        county: '532328',
        name: '元谋县12345政府热线运行管理办法（试行）',
        effectiveFrom: '2018-07-12',
        limits: {
          countyDispatch: 1,
          unitSign: 1,
          firstContact: 2,
          assistBeforeResolve: 3,
          returnWindow: 1,
          returnWindowOnSite: 3,
          returnReview: 1,
          extensionReviewCounty: 1,
          extensionReviewPrefecture: 1,
          paperFiling: 5,
          emergencyReportMinutes: 30,
        },
        categories: {
          consultation: { resolve: 5, extensionCap: 3 },
          suggestion: { resolve: 15, extensionCap: 5 },
          help: { resolve: 15, extensionCap: 5 },
          complaint: { resolve: 15, extensionCap: 10 },
          report: { resolve: 15, extensionCap: 10 },
        },
        contactAttempts: 3,
        returnsBeforeRuling: 2,
        extensionsPerRound: 1,
        prefectureReviews: ['consultation', 'prefecture-transfer'],
        warnings: { atHalf: true, onLastDay: true, hour: 9 },
        returnVisit: { sampleRate: 0.2, always: ['supervised'], seed: 'yuanmou-2018', unsolvedIsDissatisfied: true, attempts: 3, drawnWithinDays: 60 },
        supervisedPetitioners: ['enterprise', 'deputy'],
        rates: { smallSample: 5 },
        block: { maxDays: 90, reviewDays: 30 },
        liaison: { reportWithin: 10 },
        archive: { retentionYears: 2 },
        calendarHorizon: { alarmDays: 60 },
        reports: { research: 15, special: 10, concentratedFrom: 10, dissatisfiedRounds: 2 },
      },
    });
  });
});

describe('reading a pack', () => {
  it('[Art. 25] names everything that is wrong at once, each by its path', () => {
    const { contactAttempts: _missing, ...rest } = trialPack;
    const spoilt = {
      ...rest,
      county: 532328,
      effectiveFrom: '2018-02-30',
      limits: { ...trialPack.limits, unitSign: 0, unitsign: 2 },
      returnVisit: { ...trialPack.returnVisit, sampleRate: 1.01, always: ['hot', 'supervised', 'supervised'], attempts: 0, drawnWithinDays: undefined },
      warnings: { ...trialPack.warnings, atHalf: 'yes', hour: 24 },
      prefectureReviews: 'consultation',
      categories: { ...trialPack.categories, help: 15 },
    };
    expect(problemsOf(spoilt).map((problem) => problem.path)).toStrictEqual([
      'county',
      'effectiveFrom',
      'limits.unitsign',
      'limits.unitSign',
      'categories.help',
      'contactAttempts',
      'prefectureReviews',
      'warnings.atHalf',
      'warnings.hour',
      'returnVisit.sampleRate',
      'returnVisit.always[0]',
      'returnVisit.always[2]',
      'returnVisit.attempts',
      'returnVisit.drawnWithinDays',
    ]);
  });

  it('[Art. 17(1)] refuses a cap above its base', () => {
    const spoilt = { ...trialPack, categories: { ...trialPack.categories, consultation: { resolve: 5, extensionCap: 6 } } };
    expect(problemsOf(spoilt)).toStrictEqual([{ path: 'categories.consultation.extensionCap', message: '延期上限不得超过办理时限' }]);
  });

  it('[Art. 17(return)] refuses an on-site window shorter than the plain one', () => {
    const spoilt = { ...trialPack, limits: { ...trialPack.limits, returnWindow: 4 } };
    expect(problemsOf(spoilt).map((problem) => problem.path)).toStrictEqual(['limits.returnWindowOnSite']);
  });

  it('[Art. 26] refuses an end before the beginning, and takes an end after it', () => {
    expect(problemsOf({ ...trialPack, effectiveTo: '2018-07-11' }).map((problem) => problem.path)).toStrictEqual(['effectiveTo']);
    expect(problemsOf({ ...trialPack, effectiveTo: '2024-12-31' })).toStrictEqual([]);
  });

  it.each([null, undefined, 'pack', 7, []])('[Art. 25] refuses what is no pack at all: %p', (input) => {
    expect(problemsOf(input)).toStrictEqual([{ path: '', message: '应为键值对象' }]);
  });
});

describe('the pack in force', () => {
  const packs = [from('2024-01-01', 2), from('2018-07-12'), from('2024-01-01', 3)];

  it.each([
    ['2017-01-01', '2018-07-12', 1, 'before the first, the first'],
    ['2018-07-12', '2018-07-12', 1, 'its first day'],
    ['2023-12-31', '2018-07-12', 1, 'the day before the next'],
    ['2024-01-01', '2024-01-01', 3, 'the higher version of two'],
  ])('[Art. 26] on %s is that of %s, version %i: %s', (date, effectiveFrom, version) => {
    expect(policyInForce(packs, date)).toStrictEqual(from(effectiveFrom, version));
  });

  it('[Art. 25] a ticket keeps the version it was bound to', () => {
    expect(policyRef(from('2024-01-01', 2))).toBe('trial@2');
    expect(policyBook(packs).policyOf('trial@2')).toStrictEqual(from('2024-01-01', 2));
    expect(() => policyBook(packs).policyOf('trial@9')).toThrow('policy pack is not installed: trial@9');
    expect(() => policyInForce([], '2018-07-12')).toThrow(RangeError);
  });
});
