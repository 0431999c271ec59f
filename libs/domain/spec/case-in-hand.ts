import { instantOf, type Instant } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import * as handling from '../src/handling/index.js';
import { trialPack } from './trial-pack.js';
import { weekdayCalendar } from './weekday-calendar.js';

/** A moment in September 2018; the 10th is a Monday. */
export const at = (time: string): Instant => instantOf(`2018-09-${time}+08:00`);

const able: handling.UnitView = { active: true, hasLiaison: true };

export const rules: handling.HandlingRules = {
  now: at('28T18:00:00'),
  calendar: weekdayCalendar,
  authorisations: [],
  units: {
    water: able,
    housing: able,
    town: able,
    merged: { active: false, hasLiaison: true },
    unstaffed: { active: true, hasLiaison: false },
  },
  policyOn: () => trialPack,
  policyOf: () => trialPack,
};

export const { given } = behaviour({ initial: handling.initial, decide: handling.decide, evolve: handling.evolve, rules });

/** The state after events, for what is not a decision. */
export const after = (events: readonly handling.HandlingEvent[]): handling.CaseState => events.reduce(handling.evolve, handling.initial);

export const open: handling.OpenCase = {
  type: 'OpenCase',
  ticketId: 'b4f6a5a2-2f0e-4f6f-9a74-5c1f2f4f5a01',
  category: 'help',
  petitionerKind: 'individual',
  prefectureTransfer: false,
  receivedAt: at('10T09:00:00'),
  acceptedAt: at('10T09:30:00'),
};
export const opened: handling.CaseOpened = { ...open, type: 'CaseOpened' };
export const transferredDown: handling.CaseOpened = { ...opened, prefectureTransfer: true };

export const transfer: handling.DispatchCase = { type: 'Dispatch', mode: 'transfer', lead: 'water', assisting: [], at: at('10T10:00:00') };
export const joint: handling.DispatchCase = { ...transfer, mode: 'joint', assisting: ['housing', 'town'] };
export const dispatched: handling.Dispatched = {
  type: 'Dispatched',
  dispatchNo: 1,
  round: 1,
  mode: 'transfer',
  lead: 'water',
  assisting: [],
  supervised: null,
  finding: null,
  ruling: false,
  policy: 'trial@1',
  returnDueAt: at('12T00:00:00'),
  at: at('10T10:00:00'),
};
export const jointly: handling.Dispatched = { ...dispatched, mode: 'joint', assisting: ['housing', 'town'] };

export const signed: handling.Signed = { type: 'Signed', dispatchNo: 1, unit: 'water', implied: false, at: at('10T11:00:00') };
export const contacted: handling.PetitionerContacted = {
  type: 'PetitionerContacted',
  dispatchNo: 1,
  unit: 'water',
  way: 'phone',
  reached: true,
  attempts: 1,
  note: null,
  at: at('10T14:00:00'),
};
export const returnAsked: handling.ReturnAsked = {
  type: 'ReturnAsked',
  dispatchNo: 1,
  unit: 'water',
  reason: '二次供水由住建部门负责',
  suggestedUnit: 'housing',
  at: at('10T16:00:00'),
};
export const returnAccepted: handling.ReturnDecided = {
  type: 'ReturnDecided',
  dispatchNo: 1,
  unit: 'water',
  role: 'lead',
  accepted: true,
  reason: null,
  at: at('11T09:00:00'),
};
export const enter: handling.EnterResult = { type: 'EnterResult', unit: 'water', resultCode: 'resolved', text: '管网已修复', at: at('12T09:00:00') };
export const entered: handling.ResultEntered = {
  type: 'ResultEntered',
  dispatchNo: 1,
  round: 1,
  unit: 'water',
  resultCode: 'resolved',
  text: '管网已修复',
  reviewDate: null,
  plan: null,
  explanationRecord: null,
  missingOpinions: [],
  at: at('12T09:00:00'),
};
export const approve: handling.Approve = { type: 'Approve', unit: 'water', approver: '主要负责人', sealNumber: '元水〔2018〕15号', at: at('12T15:00:00') };
export const feedback: handling.FeedbackGiven = {
  type: 'FeedbackGiven',
  dispatchNo: 1,
  round: 1,
  unit: 'water',
  resultCode: 'resolved',
  approver: '主要负责人',
  authorisation: null,
  sealNumber: '元水〔2018〕15号',
  at: at('12T15:00:00'),
};
export const closed: handling.CaseClosed = { type: 'CaseClosed', dispatchNo: 1, round: 1, unit: 'water', supervised: false, at: at('13T10:00:00') };

/** A transfer that was signed, contacted, answered, approved and filed. */
export const wholeRound: readonly handling.HandlingEvent[] = [opened, dispatched, signed, contacted, entered, feedback, closed];
