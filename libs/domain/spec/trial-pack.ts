import type { PolicyPack } from '../src/policy/index.js';

/** The values of the reading as a pack for specs; specs change single values with `{ ...trialPack, … }`. */
export const trialPack: PolicyPack = {
  id: 'trial',
  version: 1,
  county: '532328',
  name: '试行办法',
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
  returnVisit: { sampleRate: 0.2, always: ['supervised'], seed: 'trial', unsolvedIsDissatisfied: true, attempts: 3, drawnWithinDays: 60 },
  supervisedPetitioners: ['enterprise', 'deputy'],
  rates: { smallSample: 5 },
};
