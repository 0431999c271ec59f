import { Injectable } from '@nestjs/common';
import type { CommandRequest, Outcome } from '@hotline/domain/shared';
import { UnitOfWork } from '@hotline/persistence';
import { UnitService } from '../unit/unit.service.js';
import { LiaisonChanges } from './liaison-changes.js';
import type { LiaisonChangeBody, LiaisonChangeView } from './liaison.dto.js';

/** Changes of liaison as units report them, and how long they took to (Art. 3, 23(5)). */
@Injectable()
export class LiaisonService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly units: UnitService,
    private readonly changes: LiaisonChanges,
  ) {}

  /** Records the change, and the unit with its new liaison, and tells of both. */
  report(request: CommandRequest, unit: string, { liaison, changedOn }: LiaisonChangeBody): Promise<Outcome<LiaisonChangeView>> {
    return this.uow.command(request, async (tx) => {
      const judged = await this.changes.judge(tx, request, unit, liaison.name, changedOn);
      if (!judged.ok) return judged;
      if (!(await this.units.changeLiaison(tx, request, unit, liaison))) return { ok: false, refusal: { slug: 'no-such-unit' } };
      await this.changes.write(tx, request, judged.value);
      return judged;
    });
  }
}
