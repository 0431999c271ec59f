import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import { Public } from '@hotline/auth';
import { type CheckReport, HealthChecks } from './health-checks.js';

interface Answer {
  readonly status: 'ok' | 'unavailable';
  readonly checks?: readonly CheckReport[];
}

interface Reply {
  status(code: number): unknown;
}

@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly health: HealthChecks) {}

  /** Answers as long as the process turns; asks neither database nor bus, so their failure restarts nobody. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): Answer {
    return { status: 'ok' };
  }

  /** 503 with the names of what is missing, and while draining. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: Reply): Promise<Answer> {
    const checks = await this.health.run();
    const ok = this.health.started && !this.health.draining && checks.every(({ status }) => status === 'ok');
    return answer(ok, reply, checks);
  }

  @Get('startup')
  @Header('cache-control', 'no-store')
  startup(@Res({ passthrough: true }) reply: Reply): Answer {
    return answer(this.health.started, reply);
  }
}

function answer(ok: boolean, reply: Reply, checks?: readonly CheckReport[]): Answer {
  if (!ok) reply.status(HttpStatus.SERVICE_UNAVAILABLE);
  return { status: ok ? 'ok' : 'unavailable', ...(checks && { checks }) };
}
