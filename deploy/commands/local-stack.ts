import { layoutFrom } from '../local/layout.ts';
import { COUNTY } from '../local/parts.ts';
import { readStack } from '../local/stack-file.ts';
import { UsageFault } from './usage-fault.ts';

/** NATS_URL, else the nats-server of the local stack that runs on this machine. */
export function natsUrl(): string {
  const url = process.env['NATS_URL'] ?? readStack(layoutFrom(process.env))?.natsUrl;
  if (url) return url;
  throw new UsageFault('不知道 NATS 在哪里：请先用 npm start 启动平台，或设置 NATS_URL', 'no NATS: start the stack or set NATS_URL');
}

/** HOTLINE_COUNTY, else the county of the local stack. */
export function county(): string {
  return process.env['HOTLINE_COUNTY'] ?? COUNTY;
}
