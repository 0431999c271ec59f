import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { traceIdOf } from '@hotline/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_JSON, type Problem, problem } from './problem.js';
import { type Answer, answerTo } from './problem-of-error.js';

/** Answers every error of a request as a problem (RFC 9457). Defects are logged once, at ERROR, without any payload. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answer = withRoute(answerTo(error), request);
    const traceId = traceIdOf(request);
    if (answer.defect) this.log.error({ err: error, traceId, msg: 'a request ended in a defect' });
    if (reply.sent || reply.raw.headersSent) return;
    send(reply, answer, traceId);
  }
}

/** Nest and Fastify both say 404 for a path that no route has; a controller's own 404 means a missing object. */
function withRoute(answer: Answer, request: FastifyRequest): Answer {
  return request.is404 && answer.problem.code === 'not-found' ? { ...answer, problem: problem('route-not-found') } : answer;
}

function send(reply: FastifyReply, answer: Answer, traceId: string | undefined): void {
  const body: Problem = { ...answer.problem, ...(traceId && { traceId }) };
  if (body.retryAfter !== undefined) void reply.header('retry-after', String(body.retryAfter));
  void reply.headers(answer.headers ?? {});
  void reply.status(body.status).header('content-type', PROBLEM_JSON).header('cache-control', 'no-store').send(JSON.stringify(body));
}
