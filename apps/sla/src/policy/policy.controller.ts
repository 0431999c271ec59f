import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole } from '@hotline/auth';
import { policy } from '@hotline/domain';
import { localDateOf } from '@hotline/domain/shared';
import { CLOCK, ProblemException, type Clock } from '@hotline/http';
import { POLICY_PACKS } from './policy-registry.js';
import { PolicyQuery, type PolicyReadingView, PolicyReadingsView, PolicyView, ReadingsQuery } from './policy.dto.js';

/** The county's policy packs as they are installed, and what in them is a reading (Art. 25). Packs are files, changed by a new version beside the old. */
@ApiTags('policy')
@Controller('v1/policy')
@AnyRole()
export class PolicyController {
  constructor(
    @Inject(POLICY_PACKS) private readonly packs: readonly policy.PolicyPack[],
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All policy packs of the county, old versions included, and which one is in force (Art. 25, 26)' })
  @ApiOkResponse({ type: PolicyView })
  all(@Query() query: PolicyQuery): PolicyView {
    const date = query.date ?? this.#today();
    const inForce = policy.policyInForce(this.packs, date);
    const items = this.packs
      .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
      .map((pack) => {
        const { id, version, name, effectiveFrom, effectiveTo = null } = pack;
        return { ref: policy.policyRef(pack), id, version, name, effectiveFrom, effectiveTo, inForce: pack === inForce, pack };
      });
    return { county: inForce.county, date, inForce: policy.policyRef(inForce), items, next: null };
  }

  @Get('readings')
  @ApiOperation({ summary: 'Every reading chosen where the regulation is silent, with article, reason and value, for the county to sign or change (Art. 25)' })
  @ApiOkResponse({ type: PolicyReadingsView })
  readings(@Query() query: ReadingsQuery): PolicyReadingsView {
    const pack = query.pack === undefined ? policy.policyInForce(this.packs, this.#today()) : this.packs.find((each) => policy.policyRef(each) === query.pack);
    if (!pack) throw ProblemException.of('not-found');
    const items = policy.POLICY_READINGS.map(({ path, article, reading, reason }): PolicyReadingView => ({ path, article, reading, reason, value: path === null ? null : policy.policyValue(pack, path) }));
    return { pack: policy.policyRef(pack), items, next: null };
  }

  #today(): string {
    return localDateOf(this.time.now());
  }
}
