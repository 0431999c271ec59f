/**
 * `node test/prefecture/peer.main.ts [--county <url>] [--port <n>] [--play <name>] [--seed <n>] [--transfers <n>]`: plays the prefecture's
 * platform for a running stack. Start the county with PREFECTURE_PEER_URL=http://127.0.0.1:<port>, PREFECTURE_PEER_KEY=county:… and
 * PREFECTURE_INBOUND_KEYS=prefecture:… (the keys below).
 */
import { parseArgs } from 'node:util';
import { PLAYS } from './behaviour.ts';
import { PeerPlatform } from './peer-platform.ts';
import { SeededChance } from './seeded-chance.ts';

const { values } = parseArgs({
  options: {
    county: { type: 'string', default: 'http://localhost:8080/prefecture' },
    port: { type: 'string', default: '8099' },
    play: { type: 'string', default: 'calm' },
    seed: { type: 'string', default: '1' },
    transfers: { type: 'string', default: '3' },
  },
});
const MATTERS = [
  ['complaint', '工地夜间施工', '小区旁工地夜间施工扰民，多次劝阻无效。'],
  ['help', '路灯不亮', '龙川街北段的路灯已有一周不亮。'],
  ['consultation', '医保缴费', '请问居民医保什么时候缴费？'],
] as const;

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const play = Object.entries(PLAYS).find(([name]) => name === values.play)?.[1];
if (!play) {
  process.stderr.write(`没有这种演法：${values.play}，可用：${Object.keys(PLAYS).join(' ')}\n`);
  process.exit(64);
}
const peer = await PeerPlatform.start({
  county: values.county,
  countyKey: { id: 'county', secret: 'local-development-only' },
  ownKey: { id: 'prefecture', secret: 'local-development-only' },
  seed: Number(values.seed),
  port: Number(values.port),
});
peer.behaviour = play;
tell(`州级平台模拟 ${peer.url}，演法 ${values.play}，种子 ${values.seed}；Ctrl-C 结束`);
const chance = new SeededChance(Number(values.seed));
const batch = Array.from({ length: Number(values.transfers) }, (_, index) => {
  const [category, title, text] = MATTERS[Math.floor(chance.next() * MATTERS.length)] ?? MATTERS[0];
  return { number: `楚州12345-模拟${values.seed}-${index + 1}`, transferredAt: new Date().toISOString(), category, title, text };
});
for (const { status, body } of await peer.transfer(...batch)) tell(`推送转办件：${status} ${JSON.stringify(body)}`);
let shown = 0;
setInterval(() => {
  for (const { kind, key, ticketNumber } of peer.messages.slice(shown)) tell(`收到 ${kind} ${ticketNumber ?? ''} ${key}`);
  shown = peer.messages.length;
}, 1_000);
