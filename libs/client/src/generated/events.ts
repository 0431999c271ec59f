/** Written by npm run asyncapi -- --write. */

/** A case of accountability was decided by people (Art. 23). */
export interface AccountabilityDecidedV1 {
  readonly caseId: string;
  readonly unit: string;
  readonly ground: 'late-without-reason' | 'inactive-in-joint-handling' | 'untrue-feedback-or-favouritism' | 'neglect-of-duty' | 'liaison-change-unreported' | 'identity-disclosed' | 'retaliation-after-disclosure' | 'abuse-of-power' | 'negative-influence' | 'other-breach-of-duty';
  readonly measure: 'dismissed' | 'summons-talk' | 'accountability';
  readonly ticketIds: readonly string[];
  readonly decidedAt: string;
}

/** A case of accountability was opened by a person; it says nothing about its outcome (Art. 23). */
export interface AccountabilityOpenedV1 {
  readonly caseId: string;
  readonly unit: string;
  readonly ground: 'late-without-reason' | 'inactive-in-joint-handling' | 'untrue-feedback-or-favouritism' | 'neglect-of-duty' | 'liaison-change-unreported' | 'identity-disclosed' | 'retaliation-after-disclosure' | 'abuse-of-power' | 'negative-influence' | 'other-breach-of-duty';
  readonly ticketIds: readonly string[];
  readonly openedAt: string;
}

/** Both bodies signed the scores of a period; they are frozen under this hash (Art. 22). */
export interface AppraisalPeriodFrozenV1 {
  /** Local date in Asia/Shanghai. */
  readonly from: string;
  /** Local date in Asia/Shanghai, inclusive. */
  readonly to: string;
  readonly scheme: string;
  readonly hash: string;
  readonly frozenAt: string;
}

/** The file of a ticket was disposed of after its retention, with approval; every service destroys the words it holds (Art. 20). */
export interface ArchiveDisposedV1 {
  readonly ticketId: string;
  readonly certificateNo: string;
  readonly disposedAt: string;
}

/** The county asked the prefecture to block a petitioner for harassment; nobody is named (Art. 24). */
export interface BlockAskedV1 {
  readonly blockId: string;
  readonly ground: 'harassment' | 'malicious-attack' | 'insult' | 'slander';
  readonly evidenceTicketIds: readonly string[];
  readonly days: number;
  readonly askedAt: string;
}

/** A block ended, by its time, by review or because the prefecture refused it (Art. 24). */
export interface BlockEndedV1 {
  readonly blockId: string;
  readonly cause: 'expired' | 'lifted' | 'refused';
  readonly endedAt: string;
}

/** An approved block took effect until the given moment; an emergency still gets through (Art. 24). */
export interface BlockStartedV1 {
  readonly blockId: string;
  readonly startedAt: string;
  readonly until: string;
}

/** The last published year of a calendar layer ends soon; deadlines beyond it are provisional (reading §2.5). */
export interface CalendarHorizonNearV1 {
  readonly layer: string;
  readonly year: number;
  /** Calendar days. */
  readonly daysLeft: number;
  readonly noticedAt: string;
}

/** A year of a calendar layer was published or revised by a named person; the whole record travels (reading §2.4). */
export interface CalendarPublishedV1 {
  readonly layer: 'national' | 'prefecture' | 'county';
  readonly year: number;
  readonly version: number;
  readonly source: string;
  readonly publishedBy: string;
  readonly publishedAt: string;
  readonly daysOff: readonly ({
    /** Local date, `YYYY-MM-DD`. */
    readonly date: string;
    readonly reason: string;
  })[];
  readonly daysWorked: readonly ({
    /** Local date, `YYYY-MM-DD`. */
    readonly date: string;
    readonly reason: string;
  })[];
  /** Deadlines that were told may move earlier; absent means no (reading §2.6). */
  readonly allowEarlier?: boolean | null;
  /** Counts the publications of the county from 1: in this order they lead deadlines on; absent from events of older versions, which come before all others. */
  readonly revision?: number | null;
}

/** A clock passed its deadline; carries the whole state of the clock, so the newest version is the whole truth (reading §3). */
export interface ClockOverdueV1 {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: 'county-dispatch' | 'unit-sign' | 'first-contact' | 'resolve' | 'assist' | 'return-window' | 'return-review' | 'extension-review' | 'paper-filing' | 'emergency-report' | 'supervision';
  /** Who answers for it: a unit code, `county` or `prefecture`. */
  readonly unit: string;
  /** 0 for clocks that belong to no dispatch. */
  readonly dispatchNo: number;
  readonly round: number;
  readonly startedAt: string;
  /** Local date in Asia/Shanghai. */
  readonly dueOn: string;
  /** Exclusive. */
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly stoppedAt?: string | null;
  readonly overdueAt?: string | null;
  readonly verdict: 'on-time' | 'late' | 'running' | 'void';
  readonly workingDaysUsed?: number | null;
  readonly workingDaysLate?: number | null;
  readonly article: string;
  readonly cause?: string | null;
  readonly policy: string;
  readonly calendar: string;
}

/** A running clock moved to another deadline; carries the whole state of the clock, so the newest version is the whole truth (reading §3). */
export interface ClockRescheduledV1 {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: 'county-dispatch' | 'unit-sign' | 'first-contact' | 'resolve' | 'assist' | 'return-window' | 'return-review' | 'extension-review' | 'paper-filing' | 'emergency-report' | 'supervision';
  /** Who answers for it: a unit code, `county` or `prefecture`. */
  readonly unit: string;
  /** 0 for clocks that belong to no dispatch. */
  readonly dispatchNo: number;
  readonly round: number;
  readonly startedAt: string;
  /** Local date in Asia/Shanghai. */
  readonly dueOn: string;
  /** Exclusive. */
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly stoppedAt?: string | null;
  readonly overdueAt?: string | null;
  readonly verdict: 'on-time' | 'late' | 'running' | 'void';
  readonly workingDaysUsed?: number | null;
  readonly workingDaysLate?: number | null;
  readonly article: string;
  readonly cause?: string | null;
  readonly policy: string;
  readonly calendar: string;
}

/** A clock began to run, or was recorded already complete; carries the whole state of the clock, so the newest version is the whole truth (reading §3). */
export interface ClockStartedV1 {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: 'county-dispatch' | 'unit-sign' | 'first-contact' | 'resolve' | 'assist' | 'return-window' | 'return-review' | 'extension-review' | 'paper-filing' | 'emergency-report' | 'supervision';
  /** Who answers for it: a unit code, `county` or `prefecture`. */
  readonly unit: string;
  /** 0 for clocks that belong to no dispatch. */
  readonly dispatchNo: number;
  readonly round: number;
  readonly startedAt: string;
  /** Local date in Asia/Shanghai. */
  readonly dueOn: string;
  /** Exclusive. */
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly stoppedAt?: string | null;
  readonly overdueAt?: string | null;
  readonly verdict: 'on-time' | 'late' | 'running' | 'void';
  readonly workingDaysUsed?: number | null;
  readonly workingDaysLate?: number | null;
  readonly article: string;
  readonly cause?: string | null;
  readonly policy: string;
  readonly calendar: string;
}

/** A clock stopped and its verdict is frozen; carries the whole state of the clock, so the newest version is the whole truth (reading §3). */
export interface ClockStoppedV1 {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: 'county-dispatch' | 'unit-sign' | 'first-contact' | 'resolve' | 'assist' | 'return-window' | 'return-review' | 'extension-review' | 'paper-filing' | 'emergency-report' | 'supervision';
  /** Who answers for it: a unit code, `county` or `prefecture`. */
  readonly unit: string;
  /** 0 for clocks that belong to no dispatch. */
  readonly dispatchNo: number;
  readonly round: number;
  readonly startedAt: string;
  /** Local date in Asia/Shanghai. */
  readonly dueOn: string;
  /** Exclusive. */
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly stoppedAt?: string | null;
  readonly overdueAt?: string | null;
  readonly verdict: 'on-time' | 'late' | 'running' | 'void';
  readonly workingDaysUsed?: number | null;
  readonly workingDaysLate?: number | null;
  readonly article: string;
  readonly cause?: string | null;
  readonly policy: string;
  readonly calendar: string;
}

/** A clock was cancelled without blame; carries the whole state of the clock, so the newest version is the whole truth (reading §3). */
export interface ClockVoidedV1 {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: 'county-dispatch' | 'unit-sign' | 'first-contact' | 'resolve' | 'assist' | 'return-window' | 'return-review' | 'extension-review' | 'paper-filing' | 'emergency-report' | 'supervision';
  /** Who answers for it: a unit code, `county` or `prefecture`. */
  readonly unit: string;
  /** 0 for clocks that belong to no dispatch. */
  readonly dispatchNo: number;
  readonly round: number;
  readonly startedAt: string;
  /** Local date in Asia/Shanghai. */
  readonly dueOn: string;
  /** Exclusive. */
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly stoppedAt?: string | null;
  readonly overdueAt?: string | null;
  readonly verdict: 'on-time' | 'late' | 'running' | 'void';
  readonly workingDaysUsed?: number | null;
  readonly workingDaysLate?: number | null;
  readonly article: string;
  readonly cause?: string | null;
  readonly policy: string;
  readonly calendar: string;
}

/** A clock came near its deadline; carries the whole state of the clock, so the newest version is the whole truth (reading §3). */
export interface ClockWarnedV1 {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: 'county-dispatch' | 'unit-sign' | 'first-contact' | 'resolve' | 'assist' | 'return-window' | 'return-review' | 'extension-review' | 'paper-filing' | 'emergency-report' | 'supervision';
  /** Who answers for it: a unit code, `county` or `prefecture`. */
  readonly unit: string;
  /** 0 for clocks that belong to no dispatch. */
  readonly dispatchNo: number;
  readonly round: number;
  readonly startedAt: string;
  /** Local date in Asia/Shanghai. */
  readonly dueOn: string;
  /** Exclusive. */
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly stoppedAt?: string | null;
  readonly overdueAt?: string | null;
  readonly verdict: 'on-time' | 'late' | 'running' | 'void';
  readonly workingDaysUsed?: number | null;
  readonly workingDaysLate?: number | null;
  readonly article: string;
  readonly cause?: string | null;
  readonly policy: string;
  readonly calendar: string;
}

/** The lead unit asked for more time (Art. 17). */
export interface ExtensionAskedV1 {
  readonly extensionId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly workingDays: number;
  readonly askedAt: string;
}

/** The county agreed and forwarded the request to the prefecture (Art. 17(1)). */
export interface ExtensionForwardedV1 {
  readonly extensionId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly workingDays: number;
  readonly forwardedAt: string;
}

/** The extension was granted; the days are added to the original due date (Art. 17). */
export interface ExtensionGrantedV1 {
  readonly extensionId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly workingDays: number;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

/** The extension was refused; final for the round (Art. 17). */
export interface ExtensionRefusedV1 {
  readonly extensionId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly workingDays: number;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

/** Somebody looked at the identity of a petitioner; it says who, of which unit and why, never what was seen (Art. 10, 23(6)). */
export interface IdentityViewedV1 {
  readonly viewId: string;
  readonly ticketId: string;
  readonly viewer: string;
  /** A unit code, or `county`. */
  readonly unit: string;
  readonly purpose: string;
  readonly viewedAt: string;
}

/** A version of a knowledge entry was published or withdrawn (Art. 5). */
export interface KnowledgePublishedV1 {
  readonly entryId: string;
  readonly version: number;
  readonly unit: string;
  readonly inForce: boolean;
  /** Local date in Asia/Shanghai by which the unit looks at it again. */
  readonly reviewOn?: string | null;
  readonly publishedAt: string;
}

/** The prefecture decided on a block (Art. 24). */
export interface PrefectureBlockDecidedV1 {
  readonly blockId: string;
  readonly approved: boolean;
  readonly receipt: string;
  readonly decidedAt: string;
}

/** The prefecture decided on an extension that the county forwarded (Art. 17(1)). */
export interface PrefectureExtensionDecidedV1 {
  readonly ticketId: string;
  readonly extensionId: string;
  readonly granted: boolean;
  readonly receipt: string;
  readonly decidedAt: string;
}

/** The prefecture decided on taking a ticket back (Art. 17(return)). */
export interface PrefectureReturnDecidedV1 {
  readonly ticketId: string;
  readonly accepted: boolean;
  readonly receipt: string;
  readonly decidedAt: string;
}

/** A research report of a unit or a special report of the county became due (Art. 21). */
export interface ReportDueV1 {
  readonly reportId: string;
  readonly report: 'research' | 'special';
  /** A unit code, or `county`. */
  readonly unit: string;
  readonly cause: 'concentrated' | 'strong' | 'sensitive' | 'repeatedly-dissatisfied';
  readonly ticketIds: readonly string[];
  /** Local date in Asia/Shanghai. */
  readonly dueOn: string;
  readonly dutyAt: string;
}

/** A research or special report was submitted (Art. 21). */
export interface ReportSubmittedV1 {
  readonly reportId: string;
  readonly report: 'research' | 'special';
  /** A unit code, or `county`. */
  readonly unit: string;
  readonly submittedAt: string;
}

/** What obliged to a report is not on record any more, nobody owes it; a `report.due` of a higher version makes it owed again (Art. 21). */
export interface ReportWithdrawnV1 {
  readonly reportId: string;
  readonly report: 'research' | 'special';
  /** A unit code, or `county`. */
  readonly unit: string;
  readonly withdrawnAt: string;
}

/** The county accepted the ticket under a scope of Art. 11; it now waits for dispatch. */
export interface TicketAcceptedV1 {
  readonly ticketId: string;
  readonly scopeCode: 'policy-enquiry' | 'matter-to-solve' | 'conduct-of-staff' | 'public-service-information';
  readonly category: 'consultation' | 'suggestion' | 'help' | 'complaint' | 'report';
  readonly petitionerKind: 'individual' | 'enterprise' | 'deputy';
  readonly prefectureTransfer: boolean;
  readonly receivedAt: string;
  readonly acceptedAt: string;
}

/** The county answered the ticket directly; it is closed (Art. 18). */
export interface TicketAnsweredV1 {
  readonly ticketId: string;
  readonly answeredAt: string;
}

/** A further assisting unit was brought into a running joint dispatch; its clocks start with this (Art. 15(2)). */
export interface TicketAssistingAddedV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly addedAt: string;
}

/** The category of a ticket was changed; its limits count anew from the original start (Art. 13). */
export interface TicketCategoryChangedV1 {
  readonly ticketId: string;
  readonly category: 'consultation' | 'suggestion' | 'help' | 'complaint' | 'report';
  readonly previous: 'consultation' | 'suggestion' | 'help' | 'complaint' | 'report';
  readonly changedAt: string;
}

/** The county registered the paper file; the round is complete (Art. 18). */
export interface TicketClosedV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly supervised: boolean;
  readonly closedAt: string;
}

/** A petitioner whom nobody could contact left a way to; of who it is and which way it carries nothing (Art. 10, 17). */
export interface TicketContactLeftV1 {
  readonly ticketId: string;
  /** Since when the petitioner can be contacted. */
  readonly leftAt: string;
}

/** The lead unit reached the petitioner, or exhausted the attempts that the policy asks for (Art. 17). */
export interface TicketContactedV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly way: 'phone' | 'visit' | 'message' | 'written';
  readonly reached: boolean;
  readonly attempts: number;
  readonly contactedAt: string;
}

/** Subject, township, place or title of a ticket were put right; it carries the codes that hold now (Art. 13, 21). */
export interface TicketCorrectedV1 {
  readonly ticketId: string;
  /** As it stands now, whether it was this that was corrected or not. */
  readonly subject?: string | null;
  readonly townCode?: string | null;
  readonly correctedAt: string;
}

/** The county declined the ticket on a ground of Art. 12; it is ended. */
export interface TicketDeclinedV1 {
  readonly ticketId: string;
  readonly ground: 'emergency' | 'civil-dispute-or-legal-procedure' | 'party-congress-court-military' | 'secret-or-privacy';
  readonly declinedAt: string;
  /** True when it had been accepted before, so that routing has a case to end; missing means it had not. */
  readonly afterAcceptance?: boolean | null;
}

/** A dispatch is void without anybody's blame, since the county had answered (Art. 18) or declined (Art. 12) the ticket itself, or recalls it to dispatch anew; the clocks of its units do not count. */
export interface TicketDispatchWithdrawnV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly withdrawnAt: string;
  /** Missing from events older than recalls and late declines: the county had answered. */
  readonly reason?: 'answered' | 'declined' | 'recalled' | null;
}

/** The county sent the ticket to a unit, alone or as lead of several; dispatchNo names this dispatch for ever (Art. 15). */
export interface TicketDispatchedV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly category: 'consultation' | 'suggestion' | 'help' | 'complaint' | 'report';
  readonly mode: 'transfer' | 'joint';
  readonly lead: string;
  readonly assisting: readonly string[];
  readonly supervisedGround?: 'leader-instruction' | 'deputy-or-delegate' | 'enterprise' | 'serious-or-typical' | 'second-dissatisfaction' | null;
  /** True when the ground is that of the dispatch before and nobody named it anew; absent when somebody did, and from older events. */
  readonly groundInherited?: boolean | null;
  readonly ruling: boolean;
  readonly prefectureTransfer: boolean;
  readonly policy: string;
  readonly dispatchedAt: string;
}

/** A sudden, urgent or sensitive matter was reported to the emergency office (Art. 4). */
export interface TicketEscalatedV1 {
  readonly ticketId: string;
  readonly escalationId: string;
  readonly escalatedAt: string;
}

/** The emergency office acknowledged an escalation (Art. 4). */
export interface TicketEscalationAcknowledgedV1 {
  readonly ticketId: string;
  readonly escalationId: string;
  readonly acknowledgedAt: string;
}

/** The principal leader approved the result and the seal is recorded; this moment decides on time or late (Art. 18). */
export interface TicketFeedbackGivenV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly resultCode: 'resolved' | 'conditions-not-ready' | 'beyond-policy-explained' | 'unfounded';
  readonly feedbackAt: string;
}

/** A field visit, an inspection or an undercover visit came to a finding about the handling of a ticket (Art. 19). */
export interface TicketFollowedUpV1 {
  readonly ticketId: string;
  readonly followUpId: string;
  readonly way: 'field-visit' | 'on-site-inspection' | 'undercover-visit';
  readonly dispatchNo: number;
  readonly unit: string;
  readonly finding: 'as-reported' | 'partly-as-reported' | 'not-as-reported' | 'not-handled';
  readonly foundAt: string;
}

/** A past ticket came in with its original times; routing and supervision replay its steps through their own decisions. */
export interface TicketHistoryImportedV1 {
  readonly ticketId: string;
  readonly category: 'consultation' | 'suggestion' | 'help' | 'complaint' | 'report';
  readonly petitionerKind: 'individual' | 'enterprise' | 'deputy';
  readonly prefectureTransfer: boolean;
  readonly unit?: string | null;
  readonly receivedAt: string;
  readonly dispatchedAt?: string | null;
  readonly signedAt?: string | null;
  readonly contactedAt?: string | null;
  readonly feedbackAt?: string | null;
  readonly closedAt?: string | null;
  readonly satisfaction?: 'very-satisfied' | 'satisfied' | 'basically-satisfied' | 'dissatisfied' | 'very-dissatisfied' | null;
  readonly solved?: boolean | null;
}

/** The principal leader of the lead unit gave a written instruction (Art. 6). */
export interface TicketInstructionGivenV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly instructedAt: string;
}

/** A ticket was found to be a duplicate, a repeat or a part of another, the primary one; both stay (Art. 17(2)). */
export interface TicketLinkedV1 {
  readonly ticketId: string;
  readonly primaryTicketId: string;
  readonly link: 'duplicate' | 'repeat' | 'merged';
  readonly linkedAt: string;
  /** True when the tie was undone: from now on the ticket stands alone. */
  readonly undone?: boolean | null;
}

/** The county marked the ticket as key, difficult or hot, or took marks away; while marked, feedback needs the principal leader's written instruction (Art. 6). */
export interface TicketMarkedV1 {
  readonly ticketId: string;
  readonly marks: readonly ('key' | 'difficult' | 'hot')[];
  readonly markedAt: string;
}

/** A unit needs an on-site check before it can say whether the ticket is its own (Art. 17(return)). */
export interface TicketOnSiteCheckDeclaredV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly declaredAt: string;
}

/** An assisting unit gave its opinion to the lead unit (Art. 15(2)). */
export interface TicketOpinionGivenV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly givenAt: string;
}

/** The petitioner of a linked ticket was told how the matter ended (Art. 17(2)). */
export interface TicketPetitionerToldV1 {
  readonly ticketId: string;
  readonly toldAt: string;
}

/** The primary ticket with which a ticket was to be handled is declined: its petitioner is still to be told (Art. 12, 17(2)). */
export interface TicketPrimaryDeclinedV1 {
  readonly ticketId: string;
  readonly primaryTicketId: string;
  /** Since when the county has to tell the petitioner: the decline, or the tie to a ticket that was declined before. */
  readonly awaitsSince: string;
}

/** A ticket was registered; it carries no identity, title or text (Art. 2, 10, 13). */
export interface TicketRegisteredV1 {
  readonly ticketId: string;
  readonly number: string;
  readonly channel: 'phone' | 'sms' | 'email' | 'website' | 'wechat' | 'app' | 'prefecture';
  readonly petitionerKind: 'individual' | 'enterprise' | 'deputy';
  readonly category: 'consultation' | 'suggestion' | 'help' | 'complaint' | 'report';
  readonly subject?: string | null;
  readonly townCode?: string | null;
  readonly receivedAt: string;
  readonly origin?: string | null;
  readonly externalId?: string | null;
  readonly prefectureNumber?: string | null;
  /** False when the petitioner left no way to be contacted; absent when there is one, and from older events. */
  readonly contactable?: boolean | null;
  /** Local date until which the prefecture wants its transfer done; absent where it set none, and from older events. */
  readonly prefectureDueOn?: string | null;
}

/** The lead unit entered its result; it is not feedback before approval and seal (Art. 9, 18). */
export interface TicketResultEnteredV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly resultCode: 'resolved' | 'conditions-not-ready' | 'beyond-policy-explained' | 'unfounded';
  /** Assisting units that are named as having given no opinion (Art. 15(2)); absent from older events. */
  readonly missingOpinions?: readonly string[] | null;
  readonly enteredAt: string;
}

/** A unit says the ticket is not its own and names another (Art. 17(return)). */
export interface TicketReturnAskedV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly suggestedUnit: string;
  readonly askedAt: string;
}

/** The county accepted or refused a return (Art. 17(return)). */
export interface TicketReturnDecidedV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly accepted: boolean;
  readonly decidedAt: string;
}

/** A further round was ordered, but its lead unit can take no ticket any more: the county must dispatch anew (Art. 14, reading §3). */
export interface TicketReworkAwaitsDispatchV1 {
  readonly ticketId: string;
  readonly round: number;
  readonly awaitsSince: string;
}

/** The county ordered a further round after dissatisfaction (reading §3). */
export interface TicketReworkOrderedV1 {
  readonly ticketId: string;
  readonly round: number;
  readonly orderedAt: string;
  /** When the county gave the direct answer that the petitioner is dissatisfied with; missing where a unit's work is done anew. */
  readonly answeredAt?: string | null;
}

/** A unit took receipt (Art. 14, 17). */
export interface TicketSignedV1 {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly signedAt: string;
}

/** A supervision order was lifted (Art. 15(3)). */
export interface TicketSupervisionLiftedV1 {
  readonly ticketId: string;
  readonly orderNo: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly liftedAt: string;
}

/** A numbered supervision order was issued to the lead unit (Art. 15(3)). */
export interface TicketSupervisionOrderedV1 {
  readonly ticketId: string;
  readonly orderNo: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly ground: 'leader-instruction' | 'deputy-or-delegate' | 'enterprise' | 'serious-or-typical' | 'second-dissatisfaction';
  readonly workingDays?: number | null;
  readonly orderedAt: string;
}

/** The county reminded a unit of a supervision order (Art. 15(3)). */
export interface TicketSupervisionRemindedV1 {
  readonly ticketId: string;
  readonly orderNo: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly remindedAt: string;
}

/** A unit reported back on a supervision order (Art. 15(3)). */
export interface TicketSupervisionReportedV1 {
  readonly ticketId: string;
  readonly orderNo: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly reportedAt: string;
}

/** The petitioner said more of the matter; the words are read at intake (Art. 2). */
export interface TicketSupplementedV1 {
  readonly ticketId: string;
  readonly supplementId: string;
  readonly receivedAt: string;
}

/** The county asked the prefecture to take the ticket back (Art. 17(return)). */
export interface TicketUpstreamReturnAskedV1 {
  readonly ticketId: string;
  readonly askedAt: string;
}

/** The prefecture accepted or refused to take the ticket back (Art. 17(return)). */
export interface TicketUpstreamReturnDecidedV1 {
  readonly ticketId: string;
  readonly accepted: boolean;
  readonly decidedAt: string;
}

/** A return visit was completed, or its outcome put right (Art. 19). */
export interface TicketVisitedV1 {
  readonly ticketId: string;
  readonly visitId: string;
  readonly dispatchNo: number;
  readonly round: number;
  /** The lead unit; `county`, with dispatch number 0, where the county had answered itself. */
  readonly unit: string;
  readonly basis: string;
  readonly reached: boolean;
  readonly solved: boolean;
  readonly satisfaction?: 'very-satisfied' | 'satisfied' | 'basically-satisfied' | 'dissatisfied' | 'very-dissatisfied' | null;
  /** Of the call, also in a correction. */
  readonly visitedAt: string;
  /** How often the outcome was put right so far; the highest of a visit counts. Missing means never. */
  readonly correction?: number | null;
}

/** Similar tickets form a hot topic; the newest version is the whole truth, its label is made of words that several tickets share and of no name (Art. 21). */
export interface TopicFoundV1 {
  readonly topicId: string;
  readonly label: string;
  readonly subject?: string | null;
  readonly townCode?: string | null;
  readonly ticketIds: readonly string[];
  readonly firstReceivedAt: string;
  readonly lastReceivedAt: string;
  readonly foundAt: string;
}

/** A day without a duty officer was found in the roster of a unit (Art. 3, 17). */
export interface UnitDutyGapFoundV1 {
  readonly unit: string;
  /** Local date in Asia/Shanghai. */
  readonly date: string;
  readonly foundAt: string;
}

/** A unit reported a change of its liaison; late when it took more working days than the policy allows (Art. 3, 23(5)). */
export interface UnitLiaisonChangedV1 {
  readonly changeId: string;
  readonly unit: string;
  /** Local date in Asia/Shanghai. */
  readonly changedOn: string;
  /** Local date in Asia/Shanghai. */
  readonly reportedOn: string;
  readonly workingDays: number;
  readonly late: boolean;
}

/** A unit of the directory was recorded or changed; the newest version is the whole truth (Art. 3). */
export interface UnitRecordedV1 {
  readonly code: string;
  readonly name: string;
  readonly kind: 'township' | 'department';
  readonly active: boolean;
  /** Matters the unit is responsible for, in words a person would use; absent from a producer that does not keep them. */
  readonly responsibilities?: readonly string[] | null;
  /** The unit that took over when this one was merged. */
  readonly mergedInto?: string | null;
  readonly recordedAt: string;
}

/** The words and the key of the identity of a disposed ticket were destroyed; no back-up can bring them back (Art. 20). */
export interface VaultErasedV1 {
  readonly ticketId: string;
  readonly certificateNo: string;
  readonly erasedAt: string;
}

/** The data of each event, by the name of the event. */
export interface EventData {
  readonly 'accountability.decided.v1': AccountabilityDecidedV1;
  readonly 'accountability.opened.v1': AccountabilityOpenedV1;
  readonly 'appraisal.period-frozen.v1': AppraisalPeriodFrozenV1;
  readonly 'archive.disposed.v1': ArchiveDisposedV1;
  readonly 'block.asked.v1': BlockAskedV1;
  readonly 'block.ended.v1': BlockEndedV1;
  readonly 'block.started.v1': BlockStartedV1;
  readonly 'calendar.horizon-near.v1': CalendarHorizonNearV1;
  readonly 'calendar.published.v1': CalendarPublishedV1;
  readonly 'clock.overdue.v1': ClockOverdueV1;
  readonly 'clock.rescheduled.v1': ClockRescheduledV1;
  readonly 'clock.started.v1': ClockStartedV1;
  readonly 'clock.stopped.v1': ClockStoppedV1;
  readonly 'clock.voided.v1': ClockVoidedV1;
  readonly 'clock.warned.v1': ClockWarnedV1;
  readonly 'extension.asked.v1': ExtensionAskedV1;
  readonly 'extension.forwarded.v1': ExtensionForwardedV1;
  readonly 'extension.granted.v1': ExtensionGrantedV1;
  readonly 'extension.refused.v1': ExtensionRefusedV1;
  readonly 'identity.viewed.v1': IdentityViewedV1;
  readonly 'knowledge.published.v1': KnowledgePublishedV1;
  readonly 'prefecture.block-decided.v1': PrefectureBlockDecidedV1;
  readonly 'prefecture.extension-decided.v1': PrefectureExtensionDecidedV1;
  readonly 'prefecture.return-decided.v1': PrefectureReturnDecidedV1;
  readonly 'report.due.v1': ReportDueV1;
  readonly 'report.submitted.v1': ReportSubmittedV1;
  readonly 'report.withdrawn.v1': ReportWithdrawnV1;
  readonly 'ticket.accepted.v1': TicketAcceptedV1;
  readonly 'ticket.answered.v1': TicketAnsweredV1;
  readonly 'ticket.assisting-added.v1': TicketAssistingAddedV1;
  readonly 'ticket.category-changed.v1': TicketCategoryChangedV1;
  readonly 'ticket.closed.v1': TicketClosedV1;
  readonly 'ticket.contact-left.v1': TicketContactLeftV1;
  readonly 'ticket.contacted.v1': TicketContactedV1;
  readonly 'ticket.corrected.v1': TicketCorrectedV1;
  readonly 'ticket.declined.v1': TicketDeclinedV1;
  readonly 'ticket.dispatch-withdrawn.v1': TicketDispatchWithdrawnV1;
  readonly 'ticket.dispatched.v1': TicketDispatchedV1;
  readonly 'ticket.escalated.v1': TicketEscalatedV1;
  readonly 'ticket.escalation-acknowledged.v1': TicketEscalationAcknowledgedV1;
  readonly 'ticket.feedback-given.v1': TicketFeedbackGivenV1;
  readonly 'ticket.followed-up.v1': TicketFollowedUpV1;
  readonly 'ticket.history-imported.v1': TicketHistoryImportedV1;
  readonly 'ticket.instruction-given.v1': TicketInstructionGivenV1;
  readonly 'ticket.linked.v1': TicketLinkedV1;
  readonly 'ticket.marked.v1': TicketMarkedV1;
  readonly 'ticket.on-site-check-declared.v1': TicketOnSiteCheckDeclaredV1;
  readonly 'ticket.opinion-given.v1': TicketOpinionGivenV1;
  readonly 'ticket.petitioner-told.v1': TicketPetitionerToldV1;
  readonly 'ticket.primary-declined.v1': TicketPrimaryDeclinedV1;
  readonly 'ticket.registered.v1': TicketRegisteredV1;
  readonly 'ticket.result-entered.v1': TicketResultEnteredV1;
  readonly 'ticket.return-asked.v1': TicketReturnAskedV1;
  readonly 'ticket.return-decided.v1': TicketReturnDecidedV1;
  readonly 'ticket.rework-awaits-dispatch.v1': TicketReworkAwaitsDispatchV1;
  readonly 'ticket.rework-ordered.v1': TicketReworkOrderedV1;
  readonly 'ticket.signed.v1': TicketSignedV1;
  readonly 'ticket.supervision-lifted.v1': TicketSupervisionLiftedV1;
  readonly 'ticket.supervision-ordered.v1': TicketSupervisionOrderedV1;
  readonly 'ticket.supervision-reminded.v1': TicketSupervisionRemindedV1;
  readonly 'ticket.supervision-reported.v1': TicketSupervisionReportedV1;
  readonly 'ticket.supplemented.v1': TicketSupplementedV1;
  readonly 'ticket.upstream-return-asked.v1': TicketUpstreamReturnAskedV1;
  readonly 'ticket.upstream-return-decided.v1': TicketUpstreamReturnDecidedV1;
  readonly 'ticket.visited.v1': TicketVisitedV1;
  readonly 'topic.found.v1': TopicFoundV1;
  readonly 'unit.duty-gap-found.v1': UnitDutyGapFoundV1;
  readonly 'unit.liaison-changed.v1': UnitLiaisonChangedV1;
  readonly 'unit.recorded.v1': UnitRecordedV1;
  readonly 'vault.erased.v1': VaultErasedV1;
}

/** What must be there, and the JSON type of each field that may be there. */
export const SHAPES: Readonly<Record<keyof EventData, { readonly required: readonly string[]; readonly types: Readonly<Record<string, readonly string[]>> }>> = {
  'accountability.decided.v1': { required: ['caseId', 'unit', 'ground', 'measure', 'ticketIds', 'decidedAt'], types: { caseId: ['string'], unit: ['string'], ground: ['string'], measure: ['string'], ticketIds: ['array'], decidedAt: ['string'] } },
  'accountability.opened.v1': { required: ['caseId', 'unit', 'ground', 'ticketIds', 'openedAt'], types: { caseId: ['string'], unit: ['string'], ground: ['string'], ticketIds: ['array'], openedAt: ['string'] } },
  'appraisal.period-frozen.v1': { required: ['from', 'to', 'scheme', 'hash', 'frozenAt'], types: { from: ['string'], to: ['string'], scheme: ['string'], hash: ['string'], frozenAt: ['string'] } },
  'archive.disposed.v1': { required: ['ticketId', 'certificateNo', 'disposedAt'], types: { ticketId: ['string'], certificateNo: ['string'], disposedAt: ['string'] } },
  'block.asked.v1': { required: ['blockId', 'ground', 'evidenceTicketIds', 'days', 'askedAt'], types: { blockId: ['string'], ground: ['string'], evidenceTicketIds: ['array'], days: ['integer'], askedAt: ['string'] } },
  'block.ended.v1': { required: ['blockId', 'cause', 'endedAt'], types: { blockId: ['string'], cause: ['string'], endedAt: ['string'] } },
  'block.started.v1': { required: ['blockId', 'startedAt', 'until'], types: { blockId: ['string'], startedAt: ['string'], until: ['string'] } },
  'calendar.horizon-near.v1': { required: ['layer', 'year', 'daysLeft', 'noticedAt'], types: { layer: ['string'], year: ['integer'], daysLeft: ['integer'], noticedAt: ['string'] } },
  'calendar.published.v1': { required: ['layer', 'year', 'version', 'source', 'publishedBy', 'publishedAt', 'daysOff', 'daysWorked'], types: { layer: ['string'], year: ['integer'], version: ['integer'], source: ['string'], publishedBy: ['string'], publishedAt: ['string'], daysOff: ['array'], daysWorked: ['array'], allowEarlier: ['boolean', 'null'], revision: ['integer', 'null'] } },
  'clock.overdue.v1': { required: ['clockId', 'ticketId', 'kind', 'unit', 'dispatchNo', 'round', 'startedAt', 'dueOn', 'dueAt', 'provisional', 'verdict', 'article', 'policy', 'calendar'], types: { clockId: ['string'], ticketId: ['string'], kind: ['string'], unit: ['string'], dispatchNo: ['integer'], round: ['integer'], startedAt: ['string'], dueOn: ['string'], dueAt: ['string'], provisional: ['boolean'], stoppedAt: ['string', 'null'], overdueAt: ['string', 'null'], verdict: ['string'], workingDaysUsed: ['integer', 'null'], workingDaysLate: ['integer', 'null'], article: ['string'], cause: ['string', 'null'], policy: ['string'], calendar: ['string'] } },
  'clock.rescheduled.v1': { required: ['clockId', 'ticketId', 'kind', 'unit', 'dispatchNo', 'round', 'startedAt', 'dueOn', 'dueAt', 'provisional', 'verdict', 'article', 'policy', 'calendar'], types: { clockId: ['string'], ticketId: ['string'], kind: ['string'], unit: ['string'], dispatchNo: ['integer'], round: ['integer'], startedAt: ['string'], dueOn: ['string'], dueAt: ['string'], provisional: ['boolean'], stoppedAt: ['string', 'null'], overdueAt: ['string', 'null'], verdict: ['string'], workingDaysUsed: ['integer', 'null'], workingDaysLate: ['integer', 'null'], article: ['string'], cause: ['string', 'null'], policy: ['string'], calendar: ['string'] } },
  'clock.started.v1': { required: ['clockId', 'ticketId', 'kind', 'unit', 'dispatchNo', 'round', 'startedAt', 'dueOn', 'dueAt', 'provisional', 'verdict', 'article', 'policy', 'calendar'], types: { clockId: ['string'], ticketId: ['string'], kind: ['string'], unit: ['string'], dispatchNo: ['integer'], round: ['integer'], startedAt: ['string'], dueOn: ['string'], dueAt: ['string'], provisional: ['boolean'], stoppedAt: ['string', 'null'], overdueAt: ['string', 'null'], verdict: ['string'], workingDaysUsed: ['integer', 'null'], workingDaysLate: ['integer', 'null'], article: ['string'], cause: ['string', 'null'], policy: ['string'], calendar: ['string'] } },
  'clock.stopped.v1': { required: ['clockId', 'ticketId', 'kind', 'unit', 'dispatchNo', 'round', 'startedAt', 'dueOn', 'dueAt', 'provisional', 'verdict', 'article', 'policy', 'calendar'], types: { clockId: ['string'], ticketId: ['string'], kind: ['string'], unit: ['string'], dispatchNo: ['integer'], round: ['integer'], startedAt: ['string'], dueOn: ['string'], dueAt: ['string'], provisional: ['boolean'], stoppedAt: ['string', 'null'], overdueAt: ['string', 'null'], verdict: ['string'], workingDaysUsed: ['integer', 'null'], workingDaysLate: ['integer', 'null'], article: ['string'], cause: ['string', 'null'], policy: ['string'], calendar: ['string'] } },
  'clock.voided.v1': { required: ['clockId', 'ticketId', 'kind', 'unit', 'dispatchNo', 'round', 'startedAt', 'dueOn', 'dueAt', 'provisional', 'verdict', 'article', 'policy', 'calendar'], types: { clockId: ['string'], ticketId: ['string'], kind: ['string'], unit: ['string'], dispatchNo: ['integer'], round: ['integer'], startedAt: ['string'], dueOn: ['string'], dueAt: ['string'], provisional: ['boolean'], stoppedAt: ['string', 'null'], overdueAt: ['string', 'null'], verdict: ['string'], workingDaysUsed: ['integer', 'null'], workingDaysLate: ['integer', 'null'], article: ['string'], cause: ['string', 'null'], policy: ['string'], calendar: ['string'] } },
  'clock.warned.v1': { required: ['clockId', 'ticketId', 'kind', 'unit', 'dispatchNo', 'round', 'startedAt', 'dueOn', 'dueAt', 'provisional', 'verdict', 'article', 'policy', 'calendar'], types: { clockId: ['string'], ticketId: ['string'], kind: ['string'], unit: ['string'], dispatchNo: ['integer'], round: ['integer'], startedAt: ['string'], dueOn: ['string'], dueAt: ['string'], provisional: ['boolean'], stoppedAt: ['string', 'null'], overdueAt: ['string', 'null'], verdict: ['string'], workingDaysUsed: ['integer', 'null'], workingDaysLate: ['integer', 'null'], article: ['string'], cause: ['string', 'null'], policy: ['string'], calendar: ['string'] } },
  'extension.asked.v1': { required: ['extensionId', 'ticketId', 'dispatchNo', 'round', 'unit', 'workingDays', 'askedAt'], types: { extensionId: ['string'], ticketId: ['string'], dispatchNo: ['integer'], round: ['integer'], unit: ['string'], workingDays: ['integer'], askedAt: ['string'] } },
  'extension.forwarded.v1': { required: ['extensionId', 'ticketId', 'dispatchNo', 'round', 'unit', 'workingDays', 'forwardedAt'], types: { extensionId: ['string'], ticketId: ['string'], dispatchNo: ['integer'], round: ['integer'], unit: ['string'], workingDays: ['integer'], forwardedAt: ['string'] } },
  'extension.granted.v1': { required: ['extensionId', 'ticketId', 'dispatchNo', 'round', 'unit', 'workingDays', 'decidedBy', 'decidedAt'], types: { extensionId: ['string'], ticketId: ['string'], dispatchNo: ['integer'], round: ['integer'], unit: ['string'], workingDays: ['integer'], decidedBy: ['string'], decidedAt: ['string'] } },
  'extension.refused.v1': { required: ['extensionId', 'ticketId', 'dispatchNo', 'round', 'unit', 'workingDays', 'decidedBy', 'decidedAt'], types: { extensionId: ['string'], ticketId: ['string'], dispatchNo: ['integer'], round: ['integer'], unit: ['string'], workingDays: ['integer'], decidedBy: ['string'], decidedAt: ['string'] } },
  'identity.viewed.v1': { required: ['viewId', 'ticketId', 'viewer', 'unit', 'purpose', 'viewedAt'], types: { viewId: ['string'], ticketId: ['string'], viewer: ['string'], unit: ['string'], purpose: ['string'], viewedAt: ['string'] } },
  'knowledge.published.v1': { required: ['entryId', 'version', 'unit', 'inForce', 'publishedAt'], types: { entryId: ['string'], version: ['integer'], unit: ['string'], inForce: ['boolean'], reviewOn: ['string', 'null'], publishedAt: ['string'] } },
  'prefecture.block-decided.v1': { required: ['blockId', 'approved', 'receipt', 'decidedAt'], types: { blockId: ['string'], approved: ['boolean'], receipt: ['string'], decidedAt: ['string'] } },
  'prefecture.extension-decided.v1': { required: ['ticketId', 'extensionId', 'granted', 'receipt', 'decidedAt'], types: { ticketId: ['string'], extensionId: ['string'], granted: ['boolean'], receipt: ['string'], decidedAt: ['string'] } },
  'prefecture.return-decided.v1': { required: ['ticketId', 'accepted', 'receipt', 'decidedAt'], types: { ticketId: ['string'], accepted: ['boolean'], receipt: ['string'], decidedAt: ['string'] } },
  'report.due.v1': { required: ['reportId', 'report', 'unit', 'cause', 'ticketIds', 'dueOn', 'dutyAt'], types: { reportId: ['string'], report: ['string'], unit: ['string'], cause: ['string'], ticketIds: ['array'], dueOn: ['string'], dutyAt: ['string'] } },
  'report.submitted.v1': { required: ['reportId', 'report', 'unit', 'submittedAt'], types: { reportId: ['string'], report: ['string'], unit: ['string'], submittedAt: ['string'] } },
  'report.withdrawn.v1': { required: ['reportId', 'report', 'unit', 'withdrawnAt'], types: { reportId: ['string'], report: ['string'], unit: ['string'], withdrawnAt: ['string'] } },
  'ticket.accepted.v1': { required: ['ticketId', 'scopeCode', 'category', 'petitionerKind', 'prefectureTransfer', 'receivedAt', 'acceptedAt'], types: { ticketId: ['string'], scopeCode: ['string'], category: ['string'], petitionerKind: ['string'], prefectureTransfer: ['boolean'], receivedAt: ['string'], acceptedAt: ['string'] } },
  'ticket.answered.v1': { required: ['ticketId', 'answeredAt'], types: { ticketId: ['string'], answeredAt: ['string'] } },
  'ticket.assisting-added.v1': { required: ['ticketId', 'dispatchNo', 'round', 'unit', 'addedAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], round: ['integer'], unit: ['string'], addedAt: ['string'] } },
  'ticket.category-changed.v1': { required: ['ticketId', 'category', 'previous', 'changedAt'], types: { ticketId: ['string'], category: ['string'], previous: ['string'], changedAt: ['string'] } },
  'ticket.closed.v1': { required: ['ticketId', 'dispatchNo', 'round', 'unit', 'supervised', 'closedAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], round: ['integer'], unit: ['string'], supervised: ['boolean'], closedAt: ['string'] } },
  'ticket.contact-left.v1': { required: ['ticketId', 'leftAt'], types: { ticketId: ['string'], leftAt: ['string'] } },
  'ticket.contacted.v1': { required: ['ticketId', 'dispatchNo', 'unit', 'way', 'reached', 'attempts', 'contactedAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], unit: ['string'], way: ['string'], reached: ['boolean'], attempts: ['integer'], contactedAt: ['string'] } },
  'ticket.corrected.v1': { required: ['ticketId', 'correctedAt'], types: { ticketId: ['string'], subject: ['string', 'null'], townCode: ['string', 'null'], correctedAt: ['string'] } },
  'ticket.declined.v1': { required: ['ticketId', 'ground', 'declinedAt'], types: { ticketId: ['string'], ground: ['string'], declinedAt: ['string'], afterAcceptance: ['boolean', 'null'] } },
  'ticket.dispatch-withdrawn.v1': { required: ['ticketId', 'dispatchNo', 'withdrawnAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], withdrawnAt: ['string'], reason: ['string', 'null'] } },
  'ticket.dispatched.v1': { required: ['ticketId', 'dispatchNo', 'round', 'category', 'mode', 'lead', 'assisting', 'ruling', 'prefectureTransfer', 'policy', 'dispatchedAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], round: ['integer'], category: ['string'], mode: ['string'], lead: ['string'], assisting: ['array'], supervisedGround: ['string', 'null'], groundInherited: ['boolean', 'null'], ruling: ['boolean'], prefectureTransfer: ['boolean'], policy: ['string'], dispatchedAt: ['string'] } },
  'ticket.escalated.v1': { required: ['ticketId', 'escalationId', 'escalatedAt'], types: { ticketId: ['string'], escalationId: ['string'], escalatedAt: ['string'] } },
  'ticket.escalation-acknowledged.v1': { required: ['ticketId', 'escalationId', 'acknowledgedAt'], types: { ticketId: ['string'], escalationId: ['string'], acknowledgedAt: ['string'] } },
  'ticket.feedback-given.v1': { required: ['ticketId', 'dispatchNo', 'round', 'unit', 'resultCode', 'feedbackAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], round: ['integer'], unit: ['string'], resultCode: ['string'], feedbackAt: ['string'] } },
  'ticket.followed-up.v1': { required: ['ticketId', 'followUpId', 'way', 'dispatchNo', 'unit', 'finding', 'foundAt'], types: { ticketId: ['string'], followUpId: ['string'], way: ['string'], dispatchNo: ['integer'], unit: ['string'], finding: ['string'], foundAt: ['string'] } },
  'ticket.history-imported.v1': { required: ['ticketId', 'category', 'petitionerKind', 'prefectureTransfer', 'receivedAt'], types: { ticketId: ['string'], category: ['string'], petitionerKind: ['string'], prefectureTransfer: ['boolean'], unit: ['string', 'null'], receivedAt: ['string'], dispatchedAt: ['string', 'null'], signedAt: ['string', 'null'], contactedAt: ['string', 'null'], feedbackAt: ['string', 'null'], closedAt: ['string', 'null'], satisfaction: ['string', 'null'], solved: ['boolean', 'null'] } },
  'ticket.instruction-given.v1': { required: ['ticketId', 'dispatchNo', 'unit', 'instructedAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], unit: ['string'], instructedAt: ['string'] } },
  'ticket.linked.v1': { required: ['ticketId', 'primaryTicketId', 'link', 'linkedAt'], types: { ticketId: ['string'], primaryTicketId: ['string'], link: ['string'], linkedAt: ['string'], undone: ['boolean', 'null'] } },
  'ticket.marked.v1': { required: ['ticketId', 'marks', 'markedAt'], types: { ticketId: ['string'], marks: ['array'], markedAt: ['string'] } },
  'ticket.on-site-check-declared.v1': { required: ['ticketId', 'dispatchNo', 'unit', 'declaredAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], unit: ['string'], declaredAt: ['string'] } },
  'ticket.opinion-given.v1': { required: ['ticketId', 'dispatchNo', 'unit', 'givenAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], unit: ['string'], givenAt: ['string'] } },
  'ticket.petitioner-told.v1': { required: ['ticketId', 'toldAt'], types: { ticketId: ['string'], toldAt: ['string'] } },
  'ticket.primary-declined.v1': { required: ['ticketId', 'primaryTicketId', 'awaitsSince'], types: { ticketId: ['string'], primaryTicketId: ['string'], awaitsSince: ['string'] } },
  'ticket.registered.v1': { required: ['ticketId', 'number', 'channel', 'petitionerKind', 'category', 'receivedAt'], types: { ticketId: ['string'], number: ['string'], channel: ['string'], petitionerKind: ['string'], category: ['string'], subject: ['string', 'null'], townCode: ['string', 'null'], receivedAt: ['string'], origin: ['string', 'null'], externalId: ['string', 'null'], prefectureNumber: ['string', 'null'], contactable: ['boolean', 'null'], prefectureDueOn: ['string', 'null'] } },
  'ticket.result-entered.v1': { required: ['ticketId', 'dispatchNo', 'unit', 'resultCode', 'enteredAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], unit: ['string'], resultCode: ['string'], missingOpinions: ['array', 'null'], enteredAt: ['string'] } },
  'ticket.return-asked.v1': { required: ['ticketId', 'dispatchNo', 'unit', 'suggestedUnit', 'askedAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], unit: ['string'], suggestedUnit: ['string'], askedAt: ['string'] } },
  'ticket.return-decided.v1': { required: ['ticketId', 'dispatchNo', 'unit', 'accepted', 'decidedAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], unit: ['string'], accepted: ['boolean'], decidedAt: ['string'] } },
  'ticket.rework-awaits-dispatch.v1': { required: ['ticketId', 'round', 'awaitsSince'], types: { ticketId: ['string'], round: ['integer'], awaitsSince: ['string'] } },
  'ticket.rework-ordered.v1': { required: ['ticketId', 'round', 'orderedAt'], types: { ticketId: ['string'], round: ['integer'], orderedAt: ['string'], answeredAt: ['string', 'null'] } },
  'ticket.signed.v1': { required: ['ticketId', 'dispatchNo', 'unit', 'signedAt'], types: { ticketId: ['string'], dispatchNo: ['integer'], unit: ['string'], signedAt: ['string'] } },
  'ticket.supervision-lifted.v1': { required: ['ticketId', 'orderNo', 'dispatchNo', 'unit', 'liftedAt'], types: { ticketId: ['string'], orderNo: ['string'], dispatchNo: ['integer'], unit: ['string'], liftedAt: ['string'] } },
  'ticket.supervision-ordered.v1': { required: ['ticketId', 'orderNo', 'dispatchNo', 'unit', 'ground', 'orderedAt'], types: { ticketId: ['string'], orderNo: ['string'], dispatchNo: ['integer'], unit: ['string'], ground: ['string'], workingDays: ['integer', 'null'], orderedAt: ['string'] } },
  'ticket.supervision-reminded.v1': { required: ['ticketId', 'orderNo', 'dispatchNo', 'unit', 'remindedAt'], types: { ticketId: ['string'], orderNo: ['string'], dispatchNo: ['integer'], unit: ['string'], remindedAt: ['string'] } },
  'ticket.supervision-reported.v1': { required: ['ticketId', 'orderNo', 'dispatchNo', 'unit', 'reportedAt'], types: { ticketId: ['string'], orderNo: ['string'], dispatchNo: ['integer'], unit: ['string'], reportedAt: ['string'] } },
  'ticket.supplemented.v1': { required: ['ticketId', 'supplementId', 'receivedAt'], types: { ticketId: ['string'], supplementId: ['string'], receivedAt: ['string'] } },
  'ticket.upstream-return-asked.v1': { required: ['ticketId', 'askedAt'], types: { ticketId: ['string'], askedAt: ['string'] } },
  'ticket.upstream-return-decided.v1': { required: ['ticketId', 'accepted', 'decidedAt'], types: { ticketId: ['string'], accepted: ['boolean'], decidedAt: ['string'] } },
  'ticket.visited.v1': { required: ['ticketId', 'visitId', 'dispatchNo', 'round', 'unit', 'basis', 'reached', 'solved', 'visitedAt'], types: { ticketId: ['string'], visitId: ['string'], dispatchNo: ['integer'], round: ['integer'], unit: ['string'], basis: ['string'], reached: ['boolean'], solved: ['boolean'], satisfaction: ['string', 'null'], visitedAt: ['string'], correction: ['integer', 'null'] } },
  'topic.found.v1': { required: ['topicId', 'label', 'ticketIds', 'firstReceivedAt', 'lastReceivedAt', 'foundAt'], types: { topicId: ['string'], label: ['string'], subject: ['string', 'null'], townCode: ['string', 'null'], ticketIds: ['array'], firstReceivedAt: ['string'], lastReceivedAt: ['string'], foundAt: ['string'] } },
  'unit.duty-gap-found.v1': { required: ['unit', 'date', 'foundAt'], types: { unit: ['string'], date: ['string'], foundAt: ['string'] } },
  'unit.liaison-changed.v1': { required: ['changeId', 'unit', 'changedOn', 'reportedOn', 'workingDays', 'late'], types: { changeId: ['string'], unit: ['string'], changedOn: ['string'], reportedOn: ['string'], workingDays: ['integer'], late: ['boolean'] } },
  'unit.recorded.v1': { required: ['code', 'name', 'kind', 'active', 'recordedAt'], types: { code: ['string'], name: ['string'], kind: ['string'], active: ['boolean'], responsibilities: ['array', 'null'], mergedInto: ['string', 'null'], recordedAt: ['string'] } },
  'vault.erased.v1': { required: ['ticketId', 'certificateNo', 'erasedAt'], types: { ticketId: ['string'], certificateNo: ['string'], erasedAt: ['string'] } },
};
