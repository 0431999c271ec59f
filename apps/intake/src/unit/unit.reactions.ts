import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { UnitRecordedV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { recordUnits } from './unit.store.js';

/** Keeps names and responsibilities of the directory's units: a past ticket's unit is told from a misspelling, and the desk is told who may be responsible. */
@Controller()
export class KeepUnitsOnUnitRecorded {
  @EventPattern<string>('unit.recorded.v1')
  unitRecorded(@Payload() { code, name, active, responsibilities }: UnitRecordedV1, @Ctx() context: EventContext): void {
    context.defer(recordUnits, { code, name, active, responsibilities: responsibilities ?? [], version: context.event.version });
  }
}
