import { Inject, Injectable } from '@nestjs/common';
import { suggestion, type policy } from '@hotline/domain';
import { CATEGORIES, instantOf, isoOf, localDateOf, type Category } from '@hotline/domain/shared';
import { CLOCK, ProblemException, type Clock } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { IdentityStore } from '../identity/identity.store.js';
import { POLICY_BOOK } from '../policy/policy-in-force.js';
import { activeUnits } from '../unit/unit.store.js';
import { labelReason, relatedReason, unitReason, type Teller } from './reasons.js';
import { SuggestionSources } from './suggestion-sources.js';
import { candidates, learntCounts, sayingOf, wordsOfTicket } from './suggestion.store.js';
import type { SuggestBody } from './suggestion.dto.js';
import type { RelatedTicket, SuggestedSubject, SuggestedUnit, Suggestions } from './suggestion.view.js';

const SHOWN = 3;
/** Words that are looked up: the weightiest; a text of 20,000 characters has thousands. */
const WORDS_ASKED = 150;
/** Rarest words by which similar tickets are looked for. */
const TELLING = 12;
const MOST_CANDIDATES = 200;

interface Asked {
  readonly ticketId: string | null;
  readonly title: string;
  readonly text: string;
  readonly townCode: string | null;
  readonly petitioners: readonly Buffer[];
  readonly at: string;
}

/** Suggestions for the person at the desk, each with its reason; nothing is decided and nothing is kept. */
@Injectable()
export class SuggestionService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(SuggestionSources) private readonly sources: SuggestionSources,
    @Inject(IdentityStore) private readonly identities: IdentityStore,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  /** For a registered ticket; throws `not-found`. */
  ofTicket(id: string, teller: Teller): Promise<Suggestions> {
    return this.uow.read(async (tx) => {
      const ticket = await wordsOfTicket(tx, id);
      if (!ticket) throw ProblemException.of('not-found');
      const identity = (await this.identities.find(tx, id)) ?? null;
      return this.#suggest(tx, { ticketId: id, ...ticket, petitioners: this.sources.petitioners.candidates(identity), at: ticket.receivedAt }, teller);
    });
  }

  /** For a matter that is being taken down. */
  ofText({ title, text, townCode, contact }: SuggestBody, teller: Teller): Promise<Suggestions> {
    const petitioners = contact === undefined ? [] : this.sources.petitioners.candidates({ name: null, contact, idNumber: null });
    const asked = { ticketId: null, title, text, townCode: townCode ?? null, petitioners, at: isoOf(this.time.now()) };
    return this.uow.read((tx) => this.#suggest(tx, asked, teller));
  }

  async #suggest(tx: Transaction, asked: Asked, teller: Teller): Promise<Suggestions> {
    const matter = this.sources.learner.matter(asked);
    const [features, cues] = [weightiest(suggestion.matterFeatures(matter)), weightiest(suggestion.cueFeatures(matter))];
    const learnt = await learntCounts(tx, [...features.keys()], [...cues.keys()]);
    const starting = this.sources.subjects.words();
    const categories = suggestion.rankLabels(cues, suggestion.addedCounts(starting.categories, learnt.category, new Set(Object.keys(CATEGORIES))));
    return {
      advice: '以下仅供参考，由经办人决定。',
      categories: categories.slice(0, SHOWN).map((ranked) => ({
        category: ranked.label as Category,
        reason: labelReason(ranked, `${CATEGORIES[ranked.label as Category]}类诉求`, teller),
      })),
      subjects: this.#subjects(features, learnt, teller),
      units: await this.#units(tx, features, learnt.unit, teller),
      related: await this.#related(tx, asked, features, teller),
    };
  }

  /** The first level is chosen among all, the leaf below it among its own. */
  #subjects(features: suggestion.Features, learnt: Awaited<ReturnType<typeof learntCounts>>, teller: Teller): SuggestedSubject[] {
    const { tree } = this.sources.subjects;
    const starting = this.sources.subjects.words();
    const level1 = suggestion.rankLabels(features, suggestion.addedCounts(starting.level1, learnt.subject, new Set(tree.leaves.map((leaf) => leaf.level1))));
    return level1.slice(0, SHOWN).map((ranked) => {
      const below = new Set(tree.leaves.filter((leaf) => leaf.level1 === ranked.label).map(({ path }) => path));
      const [leaf] = suggestion.rankLabels(features, suggestion.addedCounts(starting.leaves, learnt.leaf, below));
      const subject = leaf && leaf.words.length > 0 ? leaf.label : ranked.label;
      return { subject, level1: ranked.label, reason: labelReason(ranked, `“${ranked.label}”类诉求`, teller) };
    });
  }

  /** From the directory's responsibilities and past dispatches; a unit for which no word speaks is not suggested. */
  async #units(tx: Transaction, features: suggestion.Features, learnt: suggestion.WordCounts, teller: Teller): Promise<SuggestedUnit[]> {
    const units = await activeUnits(tx);
    if (units.length === 0) return [];
    const starting = this.sources.unitWords(units);
    const names = new Map(units.map(({ code, name }) => [code, name]));
    const ranked = suggestion.rankLabels(features, suggestion.addedCounts(starting, learnt, new Set(names.keys())));
    return ranked.filter(({ words }) => words.length > 0).slice(0, SHOWN).map((unit) => {
      const responsible = unit.words.filter((word) => starting.words.get(word)?.has(unit.label));
      return { unit: unit.label, name: names.get(unit.label) ?? unit.label, reason: unitReason(unit, responsible, teller) };
    });
  }

  async #related(tx: Transaction, asked: Asked, features: suggestion.Features, teller: Teller): Promise<RelatedTicket[]> {
    const { windowDays } = this.policies.policyAt(localDateOf(instantOf(asked.at))).topics;
    const words = [...features.keys()];
    const { byWord, tickets } = await sayingOf(tx, words);
    const rarity = suggestion.rarityOf(byWord, tickets);
    const telling = words.filter((word) => byWord.has(word)).sort((a, b) => rarity(b) - rarity(a) || (a < b ? -1 : 1)).slice(0, TELLING);
    const found = await candidates(tx, { ...asked, telling, days: windowDays, limit: MOST_CANDIDATES });
    const byId = new Map(found.map((each) => [each.ticketId, each]));
    return suggestion.likelyLinks({ words: features, townCode: asked.townCode }, found, byWord, tickets).flatMap((likely) => {
      const ticket = byId.get(likely.ticketId);
      if (!ticket) return [];
      const { ticketId, number, status, receivedAt } = ticket;
      return [{ ticketId, number, status, receivedAt, kind: likely.kind, likeness: likely.likeness, reason: relatedReason(likely, teller) }];
    });
  }
}

function weightiest(features: suggestion.Features): suggestion.Features {
  return new Map([...features].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, WORDS_ASKED));
}
