import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AnyRole, Roles } from '@hotline/auth';
import { instantOf, isoOf } from '@hotline/domain/shared';
import { CLOCK } from './clock.js';
import { IsInstant } from './field-rules.js';
import { ProblemException } from './problem.js';
import { SimulatedClock } from './simulated-clock.js';

export class ClockBody {
  @IsInstant({ description: '模拟时钟要走到的时刻，不得早于现在' }) now!: string;
}

/** The hand on a simulated clock; there is no such route on a real one. */
@ApiExcludeController()
@Controller('local/clock')
export class SimulatedClockController {
  constructor(@Inject(CLOCK) private readonly clock: SimulatedClock) {}

  @Get()
  @AnyRole()
  read(): { readonly now: string } {
    return { now: isoOf(this.clock.now()) };
  }

  /** Answers when what fell due until then is done. */
  @Put()
  @Roles('admin')
  async move(@Body() { now }: ClockBody): Promise<{ readonly now: string }> {
    const at = instantOf(now);
    if (at < this.clock.now()) throw ProblemException.of('clock-never-goes-back');
    await this.clock.moveTo(at);
    return this.read();
  }
}
