import fc from 'fast-check';
import { ACCOUNTABILITY_GROUNDS, codesOf, instantOf, type Instant } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import { caseWithoutWords, decideCase, endedAtOf, evolveCase, noCase, type AccountabilityCase, type CaseCommand, type CaseEvent, type CaseRules, type CaseState, type OpenCase } from './index.js';

const at = (time: string): Instant => instantOf(`2018-11-${time}+08:00`);
const due = at('20T00:00:00');
const rules: CaseRules = { now: at('30T18:00:00'), statementDue: { dueAt: due, provisional: false } };
const { given } = behaviour<CaseState, CaseCommand, CaseEvent, CaseRules>({ initial: noCase, decide: decideCase, evolve: evolveCase, rules });

const open: OpenCase = { type: 'OpenCase', caseId: 'c-1', unit: 'water', ground: 'neglect-of-duty', ticketIds: ['t-1'], account: '群众三次反映无人到场', evidence: [], candidateId: null, by: 'supervisor-1', at: at('12T10:00:00') };
const opened: CaseEvent = { ...open, type: 'CaseOpened', statementDueAt: due };
const state: CaseCommand = { type: 'GiveStatement', unit: 'water', text: '已两次到场，有记录', by: 'leader-water', at: at('14T10:00:00') };
const stated: CaseEvent = { type: 'StatementGiven', text: '已两次到场，有记录', by: 'leader-water', at: at('14T10:00:00') };
const decideIt: CaseCommand = { type: 'DecideCase', measure: 'summons-talk', reason: '到场记录不实', decider: '县政府督查室', by: 'supervisor-1', at: at('15T10:00:00') };
const decided: CaseEvent = { type: 'CaseDecided', measure: 'summons-talk', reason: '到场记录不实', decider: '县政府督查室', by: 'supervisor-1', at: at('15T10:00:00') };
const closeIt: CaseCommand = { type: 'CloseCase', record: '已约谈主要负责人', by: 'supervisor-1', at: at('16T10:00:00') };
const closed: CaseEvent = { type: 'CaseClosed', record: '已约谈主要负责人', by: 'supervisor-1', at: at('16T10:00:00') };

describe('a case of accountability', () => {
  it.each(codesOf(ACCOUNTABILITY_GROUNDS))('[Art. 23] may be opened by a person on each of the ten grounds: %s', (ground) => {
    given()
      .when({ ...open, ground })
      .then([{ ...opened, ground } as CaseEvent]);
  });

  it('[Art. 23] is opened, the unit heard, decided by somebody with a reason, and closed with the record of the talk', () => {
    given([opened]).when(state).then([stated]);
    given([opened, stated]).when(decideIt).then([decided]);
    given([opened, stated, decided])
      .when(closeIt)
      .thenState({
        status: 'closed',
        ...{ caseId: 'c-1', unit: 'water', ground: 'neglect-of-duty', ticketIds: ['t-1'], account: '群众三次反映无人到场', evidence: [], candidateId: null },
        ...{ openedBy: 'supervisor-1', openedAt: open.at, statementDueAt: due },
        statement: { text: '已两次到场，有记录', by: 'leader-water', at: at('14T10:00:00') },
        decision: { measure: 'summons-talk', reason: '到场记录不实', decider: '县政府督查室', by: 'supervisor-1', at: at('15T10:00:00') },
        carriedOut: { record: '已约谈主要负责人', by: 'supervisor-1', at: at('16T10:00:00') },
      });
  });

  it('[Art. 23] is not decided before the unit was heard or its time to speak is over', () => {
    given([opened])
      .when({ ...decideIt, at: due - 1 })
      .thenRefused('not-heard-yet', { values: { until: '2018-11-19T16:00:00.000Z' } });
    given([opened])
      .when({ ...decideIt, at: due })
      .then([{ ...decided, at: due } as CaseEvent]);
  });

  it('[Art. 23] never shortens the time that the unit was told, and lengthens it with the calendar', () => {
    const later = { dueAt: due + 86_400_000, provisional: false };
    given([opened])
      .when({ ...decideIt, at: due }, { ...rules, statementDue: later })
      .thenRefused('not-heard-yet', { values: { until: '2018-11-20T16:00:00.000Z' } });
    given([opened])
      .when({ ...decideIt, at: due - 1 }, { ...rules, statementDue: { dueAt: at('13T00:00:00'), provisional: false } })
      .thenRefused('not-heard-yet', { values: { until: '2018-11-19T16:00:00.000Z' } });
  });

  it('[Art. 23] holds no silence against a unit while its time runs into an unpublished year', () => {
    const uncertain = { ...rules, statementDue: { dueAt: due, provisional: true } };
    given([opened])
      .when({ ...decideIt, at: due }, uncertain)
      .thenRefused('statement-time-uncertain');
    given([opened, stated]).when(decideIt, uncertain).then([decided]);
  });

  it('[Art. 23] hears a late statement as long as nothing is decided', () => {
    given([opened])
      .when({ ...state, at: due + 1 } as CaseCommand)
      .then([{ ...stated, at: due + 1 } as CaseEvent]);
    given([opened, stated, decided]).when(state).thenRefused('decided-already');
  });

  it('[Art. 23] is over when it is dismissed: there is nothing to carry out', () => {
    given([opened, stated])
      .when({ ...decideIt, measure: 'dismissed' } as CaseCommand)
      .then([{ ...decided, measure: 'dismissed' } as CaseEvent]);
    given([opened, stated, { ...decided, measure: 'dismissed' } as CaseEvent]).when(closeIt).thenRefused('closed-already');
  });

  it.each<[string, readonly CaseEvent[], CaseCommand]>([
    ['already-opened', [opened], open],
    ['account-missing', [], { ...open, account: ' ' }],
    ['in-the-future', [], { ...open, at: at('30T18:05:01') }],
    ['no-such-case', [], state],
    ['no-such-case', [], decideIt],
    ['no-such-case', [], closeIt],
    ['no-such-case', [opened], { ...state, unit: 'housing' } as CaseCommand],
    ['statement-given-already', [opened, stated], state],
    ['text-missing', [opened], { ...state, text: '' } as CaseCommand],
    ['before-previous-step', [opened], { ...state, at: at('12T09:59:59') } as CaseCommand],
    ['decided-already', [opened, stated, decided], decideIt],
    ['reason-missing', [opened, stated], { ...decideIt, reason: ' ' } as CaseCommand],
    ['decider-missing', [opened, stated], { ...decideIt, decider: ' ' } as CaseCommand],
    ['before-previous-step', [opened, stated], { ...decideIt, at: at('14T09:59:59') } as CaseCommand],
    ['not-decided', [opened, stated], closeIt],
    ['record-missing', [opened, stated, decided], { ...closeIt, record: ' ' } as CaseCommand],
    ['before-previous-step', [opened, stated, decided], { ...closeIt, at: at('15T09:59:59') } as CaseCommand],
    ['closed-already', [opened, stated, decided, closed], closeIt],
  ])('[Art. 23] is refused as %s', (slug, before, command) => {
    expect(given(before).when(command).decision).toMatchObject({ accepted: false, refusal: { slug } });
  });

  it('[Art. 23] reaches no unnamed state, is never decided unheard before its time, and a refusal changes nothing', () => {
    const moment = fc.integer({ min: at('12T10:00:00'), max: at('25T10:00:00') });
    const any = fc.tuple(fc.constantFrom<CaseCommand>(open, state, decideIt, { ...decideIt, measure: 'dismissed' } as CaseCommand, closeIt), moment).map(([command, when]): CaseCommand => ({ ...command, at: when }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 15 }), (commands) => {
        let now: CaseState = noCase;
        for (const command of commands) {
          const before = structuredClone(now);
          const decision = decideCase(now, command, rules);
          expect(now).toStrictEqual(before);
          if (decision.accepted) now = decision.events.reduce(evolveCase, now);
          if (now.status === 'none') continue;
          expect(['opened', 'heard', 'decided', 'closed']).toContain(now.status);
          if (now.decision) expect(now.statement !== null || now.decision.at >= due).toBe(true);
        }
      }),
    );
  });
});

describe('a case as a paper of its own', () => {
  const whole = (...events: readonly CaseEvent[]): AccountabilityCase => {
    const after = events.reduce<CaseState>(evolveCase, noCase);
    if (after.status === 'none') throw new Error('the case is open');
    return after;
  };

  it('[Art. 20, 23] is kept from its end on: when the measure was carried out, or there was none to carry out', () => {
    expect(endedAtOf(whole(opened, stated, decided, closed))).toBe(at('16T10:00:00'));
    expect(endedAtOf(whole(opened, stated, { ...decided, measure: 'dismissed' } as CaseEvent))).toBe(at('15T10:00:00'));
    expect(endedAtOf(whole(opened, stated, decided))).toBeNull();
  });

  it('[Art. 20, 23] loses what people wrote, and nothing else; what was never written stays absent', () => {
    const before = whole(opened, stated, decided, closed);
    const { statement, decision, carriedOut } = before;
    expect(caseWithoutWords(before, '销')).toEqual({ ...before, account: '销', statement: { ...statement, text: '销' }, decision: { ...decision, reason: '销' }, carriedOut: { ...carriedOut, record: '销' } });
    expect(caseWithoutWords(whole(opened), '销')).toEqual({ ...whole(opened), account: '销' });
  });
});
