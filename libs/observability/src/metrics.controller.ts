import { Controller, Get, Header, Module } from '@nestjs/common';
import { Public } from '@hotline/auth';
import { metricsText } from './metrics.js';
import { observeProcess } from './process-metrics.js';

/** `/<service>/metrics` for Prometheus; knows route patterns and counts, nobody's words. */
@Controller('metrics')
@Public()
export class MetricsController {
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  read(): Promise<string> {
    return metricsText();
  }
}

@Module({ controllers: [MetricsController] })
export class MetricsModule {
  constructor() {
    observeProcess();
  }
}
