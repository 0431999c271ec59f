/** Preloaded by `node --import …/register.js` so that tracing stands before the first line of the service runs. */
import { startTelemetry } from './telemetry.js';

const ratio = Number(process.env['OTEL_TRACES_SAMPLER_ARG'] ?? 1);

startTelemetry({
  serviceName: process.env['OTEL_SERVICE_NAME'] ?? 'hotline',
  ratio: ratio >= 0 && ratio <= 1 ? ratio : 1,
});
