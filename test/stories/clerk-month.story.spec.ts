import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { deputyApproves, extension, instructionGate, jointWithSilentUnit, returnsAndRuling, returnWindow, statutoryLimit } from './clerk-handling.ts';
import { attachments, emergencies, sixChannels, transferFromAbove } from './clerk-intake.ts';
import { bulletin, factsRebuilt, lateAnswerChangesNothing, scored, signedAndFrozen } from './clerk-appraisal.ts';
import { disposed, eventsAreSound, fileHeld, holdLifted, nobodyIsNamed, unreadable, verdictsStand, warnedAtWork, type TwoFiles } from './clerk-archive.ts';
import { concentrated, leftLying, oneMatterOfMany } from './clerk-concentrated.ts';
import { answeredByKnowledge, blocked, blockOver, consultationBecomesComplaint, declined, staleKnowledge } from './clerk-desk.ts';
import { notReadyYet, officesClosed, oneAnswerForAll, paperRegister, readyNow, reportInConfidence } from './clerk-matters.ts';
import { ClerkMonth } from './clerk-month.ts';
import { dutyGap, liaisonChanges } from './clerk-staff.ts';
import { dissatisfiedTwice, monthSample, orderIssued, orderLifted, papers, researchReport, untrueFeedback, type Order } from './clerk-supervision.ts';
import { counties } from './county.ts';
import type { TicketTale } from './ticket-tale.ts';

let month: ClerkMonth;
let entry: string;
let block: string;
let many: readonly string[];
let byLaw: string;
let notReady: TicketTale;
let order: Order;
let twice: TicketTale;
let files: TwoFiles;
let period: string;
let gone: readonly string[];

/** September 2018: a Sunday night to begin with, a holiday on a Monday, two make-up days at the end, and a week off after it. */
describe.each(counties)('a clerk’s month in %s', (county) => {
  beforeAll(async () => void (month = await ClerkMonth.begin(county, '2018-09-02 23:00')), 180_000);
  afterAll(() => month?.end(), 60_000);

  it('[Art. 2, 10] six channels are open on a Sunday night, and each keeps what it brought', () => sixChannels(month), 60_000);
  it('[Art. 2, 12, 14] a transfer from the prefecture keeps its number and its time, and goes back to where it belongs', () => transferFromAbove(month), 60_000);
  it('[Art. 2, 10] a photo is kept as it was sent and only ever saved; what only calls itself a photo is refused', () => attachments(month), 60_000);
  it('[Art. 4, 6] an emergency is told to whom the pack names, with a clock by the wall', () => emergencies(month), 60_000);

  it('[Art. 12] what is not the hotline’s is declined with where to turn, as the pack says', async () => {
    await month.moveTo('2018-09-03 09:00');
    await declined(month);
  }, 60_000);
  it('[Art. 5, 18] what a unit knows is published by the county and cited in a direct answer', async () => void (entry = await answeredByKnowledge(month)), 60_000);
  it('[Art. 10] of a report the unit learns who it is by the petitioner’s consent alone', () => reportInConfidence(month), 60_000);
  it('[Art. 17(2)] what several suggest is answered once, to all of them', () => oneAnswerForAll(month), 60_000);
  it('[Art. 24] who harasses is blocked once the prefecture approves, and reports an emergency all the same', async () => void (block = await blocked(month)), 60_000);
  it('[Art. 21] many call about one matter, and one unit gets it all', async () => void (many = await oneMatterOfMany(month)), 60_000);
  it('[Art. 13, 17] a consultation that becomes a complaint counts anew from its original start', () => consultationBecomesComplaint(month), 60_000);
  it('[Art. 21] what is concentrated is a topic of its town, and owed a special and a research report', () => concentrated(month, many), 60_000);
  it('[Art. 24] a block ends by itself when its days are over', async () => {
    await month.moveTo('2018-09-10 09:00');
    await blockOver(month, block);
  }, 60_000);
  it('[Art. 17(1)] an extension asked on the last day is decided by as many reviewers as the pack says, and counts from the original due date', () => extension(month), 60_000);

  it('[Art. 3, 5, 23(5)] a change of liaison that is reported late becomes a candidate, one in time does not', async () => {
    await month.moveTo('2018-09-19 10:00');
    await liaisonChanges(month);
  }, 60_000);
  it('[Art. 3, 16] a day without an officer on duty is shown before it comes and told when it is there', () => dutyGap(month), 60_000);
  it('[Art. 15(2), 17] a joint ticket takes a further unit on, and is answered naming who stayed silent', () => jointWithSilentUnit(month), 60_000);
  it('[Art. 6] a key ticket waits for the principal leader’s written instruction', () => instructionGate(month), 60_000);
  it('[Art. 18] a deputy approves by an authorisation that holds on the day, and not without', () => deputyApproves(month), 60_000);
  it('[Art. 17(3)] a limit of law takes the place of base and cap, and is not extended', async () => void (byLaw = await statutoryLimit(month)), 60_000);
  it('[Art. 9] what cannot be done yet has a plan and a date', async () => void (notReady = await notReadyYet(month)), 60_000);
  it('[Art. 17(return)] after as many returns as the pack says the county rules', () => returnsAndRuling(month), 60_000);
  it('[Art. 17(return)] the window for a return closes at the end of its last day', () => returnWindow(month), 60_000);

  it('[Art. 15(3)] a leader’s instruction puts a unit under a numbered order with days of its own', async () => {
    await month.moveTo('2018-09-29 09:00');
    order = await orderIssued(month);
  }, 60_000);
  it('[Art. 15, 17] slip, notice and ticket come out on paper', () => papers(month, order), 60_000);
  it('[Art. 15(3), 19] who is dissatisfied twice becomes an order only through a finding', async () => void (twice = await dissatisfiedTwice(month)), 60_000);
  it('[Art. 21] who stays dissatisfied obliges the unit to a research report, after the rounds of the pack and once', () => researchReport(month, twice), 60_000);
  it('[Art. 20] a file is held, and none is disposed of before its time', async () => void (files = await fileHeld(month)), 60_000);
  it('[Art. 19, 23(3)] untrue feedback is found on the spot, and the unit is heard before it is held to account', () => untrueFeedback(month), 60_000);
  it('[Art. 15(3)] an order reminds by itself after the holiday, and is lifted upon a report', async () => {
    await month.moveTo('2018-10-08 09:00');
    await orderLifted(month, order);
  }, 60_000);
  it('[Art. 9] on its date it comes back to the work list', () => readyNow(month, notReady), 60_000);
  it('[Art. 23(1)] what was left lying is late by the days of the pack, and proposed to people', () => leftLying(month, many), 60_000);

  it('[Art. 19] the month’s sample is completed and comes out the same when it is drawn again', () => monthSample(month), 60_000);
  it('[Art. 18] the register of paper has a number for every closed file, without a gap', () => paperRegister(month), 60_000);
  it('[Art. 22] units are scored by people with evidence, and by the record with both terms', async () => void (period = await scored(month)), 60_000);
  it('[Art. 7, 22] a unit is heard on its score, two bodies sign, and what is frozen compares equal', () => signedAndFrozen(month, period), 60_000);
  it('[Art. 21] the bulletin is issued as it was read, as a paper and as a workbook', () => bulletin(month, many), 60_000);
  it('[Art. 21, 22] what is answered afterwards changes neither the frozen month nor the bulletin', () => lateAnswerChangesNothing(month, period, many), 60_000);
  it('[Art. 17] a day on which a document closes the offices moves the clocks that it concerns, once it is published', () => officesClosed(month, byLaw), 60_000);

  it('[Art. 20] after the years of the pack two persons dispose of what is over, under a certificate', async () => void (gone = await disposed(month, files)), 60_000);
  it('[Art. 10, 20] what was disposed of is unreadable for ever, what is held is not', () => unreadable(month, files, gone), 60_000);
  it('[Art. 20] a hold that is lifted lets the file go, and leaves the figures', () => holdLifted(month, files, period), 60_000);
  it('[Art. 5] what nobody has reviewed for so long is listed as stale', () => staleKnowledge(month, entry), 60_000);
  it('[Art. 17] nobody was warned on a day off or before the hour', () => warnedAtWork(month), 60_000);
  it('[Art. 14-18] every verdict stands when it is worked out again from the log alone', () => verdictsStand(month), 60_000);
  it('[Art. 22] what the appraisal counts by comes out the same when it is built anew', () => factsRebuilt(month), 60_000);
  it('every event can be read by the official SDK and by its published schema, and says what caused it', () => eventsAreSound(month), 60_000);
  it('[Art. 10, 23(6)] nobody outside of intake ever heard who the petitioners are, and nothing was left lying', () => nobodyIsNamed(month), 60_000);
});
