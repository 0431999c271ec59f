import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { UnitRecordedV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { recordUnits } from './unit.store.js';

/** Keeps the names of the directory's units, so that a past ticket's unit can be told from a misspelling. */
@Controller()
export class KeepUnitsOnUnitRecorded {
  @EventPattern<string>('unit.recorded.v1')
  unitRecorded(@Payload() { code, name, active }: UnitRecordedV1, @Ctx() context: EventContext): void {
    context.defer(recordUnits, { code, name, active, version: context.event.version });
  }
}
