import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { loadPolicyBook, platformModules } from '@hotline/http';
import { AmendmentController } from './amendment/amendment.controller.js';
import './amendment/amendment.refusals.js';
import { AmendmentService } from './amendment/amendment.service.js';
import { EraseOnArchiveDisposed } from './archive/archive.reactions.js';
import { AttachmentIntake } from './attachment/attachment-intake.js';
import { AttachmentController } from './attachment/attachment.controller.js';
import { AttachmentService } from './attachment/attachment.service.js';
import { MultipartBody } from './attachment/multipart-body.js';
import { ObjectRemoval } from './attachment/object-removal.js';
import { OBJECT_STORE } from './attachment/object-store.js';
import { openObjectStore } from './attachment/open-object-store.js';
import { BlockExpiry } from './block/block-expiry.js';
import { BlockController } from './block/block.controller.js';
import { DecideBlocksOnPrefectureDecision } from './block/block.reactions.js';
import { BlockService } from './block/block.service.js';
import { DUE_WORK, type DueWork } from './due/due-work.js';
import { DueWorkLoop } from './due/due-work.loop.js';
import { HistoryController } from './history/history.controller.js';
import { HistoryRulesBook } from './history/history.rules.js';
import { HistoryService } from './history/history.service.js';
import { BlindIndex } from './identity/blind-index.js';
import { IdentityCipher } from './identity/identity-cipher.js';
import { IdentityKeyCheck } from './identity/identity-key-check.js';
import { IdentityReleaseController } from './identity/identity-release.controller.js';
import { IdentityReleaseService } from './identity/identity-release.service.js';
import { IdentityViewController } from './identity/identity-view.controller.js';
import { IdentityViewService } from './identity/identity-view.service.js';
import { IdentityStore } from './identity/identity.store.js';
import { INTAKE_SETTINGS, type IntakeConfig } from './intake.config.js';
import { INTAKE_PERSISTENCE } from './intake.persistence.js';
import { KnowledgeController } from './knowledge/knowledge.controller.js';
import { KnowledgeReading } from './knowledge/knowledge.reading.js';
import { KnowledgeService } from './knowledge/knowledge.service.js';
import './knowledge/knowledge.refusals.js';
import { LinkController } from './link/link.controller.js';
import './link/link.refusals.js';
import { LinkService } from './link/link.service.js';
import { UnifiedAnswerService } from './link/unified-answer.service.js';
import { POLICY_BOOK } from './policy/policy-in-force.js';
import { RegistrationBatch } from './registration/registration.batch.js';
import { RegistrationController } from './registration/registration.controller.js';
import { RegistrationService } from './registration/registration.service.js';
import { FollowTicketsThroughRouting } from './routing/routing.reactions.js';
import { SheetController } from './sheet/sheet.controller.js';
import { Learner } from './suggestion/learner.js';
import { LessonLoop } from './suggestion/lesson-loop.js';
import { Segmenter } from './suggestion/segmenter.js';
import { SubjectBook } from './suggestion/subject-book.js';
import { SuggestionSources } from './suggestion/suggestion-sources.js';
import { SuggestionController } from './suggestion/suggestion.controller.js';
import { SuggestionService } from './suggestion/suggestion.service.js';
import { DeskCountsController } from './ticket/desk-counts.controller.js';
import { DeskCountsReading } from './ticket/desk-counts.reading.js';
import { EscalationController } from './ticket/escalation.controller.js';
import { EscalationReading } from './ticket/escalation.reading.js';
import { TicketNumbers } from './ticket/ticket-numbers.js';
import { TicketController } from './ticket/ticket.controller.js';
import { TicketReading } from './ticket/ticket.reading.js';
import { TicketService } from './ticket/ticket.service.js';
import { TopicFinder } from './topic/topic-finder.js';
import { TopicLoop } from './topic/topic-loop.js';
import { TopicController } from './topic/topic.controller.js';
import { TopicReading } from './topic/topic.reading.js';
import { KeepUnitsOnUnitRecorded } from './unit/unit.reactions.js';

const CONSUMERS = [
  { durable: 'intake-tickets', noun: 'ticket', gatherMs: 50 },
  { durable: 'intake-units', noun: 'unit' },
  { durable: 'intake-prefecture', noun: 'prefecture' },
  { durable: 'intake-archive', noun: 'archive' },
];

/** Amendments, blocks, attachments, releases of identities, and what disposal destroys. */
const DESK_CONTROLLERS = [DeskCountsController, AmendmentController, AttachmentController, IdentityReleaseController, EscalationController, BlockController, DecideBlocksOnPrefectureDecision, EraseOnArchiveDisposed];

function deskProviders(config: IntakeConfig): Provider[] {
  return [
    { provide: POLICY_BOOK, useFactory: () => loadPolicyBook(config.policyPath, config.county) },
    { provide: BlindIndex, useFactory: () => new BlindIndex(config.identityKey, config.oldIdentityKeys) },
    AmendmentService,
    DeskCountsReading,
    EscalationReading,
    IdentityReleaseService,
    BlockService,
    BlockExpiry,
    { provide: OBJECT_STORE, useFactory: () => openObjectStore(config) },
    AttachmentIntake,
    AttachmentService,
    MultipartBody,
    ObjectRemoval,
    { provide: DUE_WORK, inject: [BlockExpiry, ObjectRemoval], useFactory: (...works: DueWork[]) => works },
    DueWorkLoop,
  ];
}

/** What rests on words: knowledge base, suggestions, links, hot topics. */
const WORDS_CONTROLLERS = [KnowledgeController, SuggestionController, LinkController, TopicController];
const WORDS_PROVIDERS: Provider[] = [
  KnowledgeService,
  KnowledgeReading,
  Segmenter,
  SubjectBook,
  Learner,
  LessonLoop,
  SuggestionSources,
  SuggestionService,
  LinkService,
  UnifiedAnswerService,
  TopicFinder,
  TopicLoop,
  TopicReading,
];

/** 受理: registration, the county's first decisions, the petitioner's words and identity, past tickets. */
@Module({})
export class IntakeModule {
  static forRoot(config: IntakeConfig): DynamicModule {
    return {
      module: IntakeModule,
      imports: platformModules({ name: 'intake', config, persistence: INTAKE_PERSISTENCE, consumers: CONSUMERS }),
      controllers: [RegistrationController, TicketController, IdentityViewController, HistoryController, SheetController, FollowTicketsThroughRouting, KeepUnitsOnUnitRecorded, ...DESK_CONTROLLERS, ...WORDS_CONTROLLERS],
      providers: [
        { provide: INTAKE_SETTINGS, useValue: config },
        { provide: IdentityCipher, useFactory: () => new IdentityCipher(config.identityKey, config.oldIdentityKeys) },
        IdentityKeyCheck,
        IdentityStore,
        IdentityViewService,
        TicketNumbers,
        TicketReading,
        TicketService,
        RegistrationBatch,
        RegistrationService,
        HistoryRulesBook,
        HistoryService,
        ...deskProviders(config),
        ...WORDS_PROVIDERS,
      ],
    };
  }
}
