import { Inject, Injectable } from '@nestjs/common';
import { suggestion } from '@hotline/domain';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { CountChanges, type Lesson } from './lesson.js';
import { anythingDue, applyChanges, forgetLessons, lessonsOf, mayLearn, saveLesson, takeDue, ticketsToLearn, type TicketToLearn } from './lesson.store.js';
import { Segmenter } from './segmenter.js';

/** Notes a transaction: some 50 ms of work, so that nobody waits for long. */
export const LESSON_BATCH = 40;
/** A longer text says nothing new of its matter. */
export const TEXT_LEARNT = 4_000;

/** Learns from tickets as they change: unlearns what one taught before, learns what it teaches now, in one transaction. */
@Injectable()
export class Learner {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Segmenter) private readonly segmenter: Segmenter,
  ) {}

  /** Handles one batch; answers how many notes there were, 0 also while another replica learns. */
  once(): Promise<number> {
    return this.uow.run(async (tx) => {
      if (!(await mayLearn(tx))) return 0;
      const ids = await takeDue(tx, LESSON_BATCH);
      if (ids.length === 0) return 0;
      const changes = new CountChanges();
      const before = await lessonsOf(tx, ids);
      for (const lesson of before.values()) changes.add(lesson, -1);
      const tickets = await ticketsToLearn(tx, ids);
      for (const ticket of tickets) changes.add(await this.#learn(tx, ticket), 1);
      await forgetLessons(tx, ids.filter((id) => !tickets.some((ticket) => ticket.id === id)));
      await applyChanges(tx, changes);
      return ids.length;
    });
  }

  /** Ends when every note that was there has been learnt, by this replica or another. */
  async catchUp(): Promise<void> {
    while ((await this.once()) > 0 || (await this.uow.read(anythingDue)));
  }

  async #learn(tx: Transaction, ticket: TicketToLearn): Promise<Lesson> {
    const matter = this.matter(ticket);
    const { id: ticketId, category, subject, unit, townCode, receivedAt } = ticket;
    const words = {
      features: suggestion.matterFeatures(matter),
      cues: suggestion.cueFeatures(matter),
      labelWords: [...new Set([...suggestion.labelWords(matter.title), ...suggestion.labelWords(matter.text)])],
    };
    const lesson = { ticketId, ...words, category, subject, unit };
    await saveLesson(tx, { ...lesson, townCode, receivedAt });
    return lesson;
  }

  matter({ title, text }: { readonly title: string; readonly text: string }): suggestion.TaggedMatter {
    return { title: this.segmenter.tagged(title), text: this.segmenter.tagged(text.slice(0, TEXT_LEARNT)) };
  }
}
