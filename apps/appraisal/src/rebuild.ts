import 'reflect-metadata';
import { readConfigOrExit } from '@hotline/http';
import { Bus } from '@hotline/messaging';
import { outageOf } from '@hotline/persistence';
import { APPRAISAL_CONFIG } from './appraisal.config.js';
import { historyEvents, historyIsWhole, streamEvents, streamIsWhole } from './rebuild/event-source.js';
import { BeginningForgotten, rebuildFacts } from './rebuild/rebuild-facts.js';
import { reportLines } from './rebuild/rebuild-report.js';

// Called by deploy/commands/rebuild-appraisal.ts, which has checked the words: [stream|history] [apply]
const [source, apply] = process.argv.slice(2);
const { databaseUrl, databaseSchema, county, natsUrl } = APPRAISAL_CONFIG;
const config = readConfigOrExit({ databaseUrl, databaseSchema, county, natsUrl });
const bus = source === 'stream' ? new Bus({ url: config.natsUrl, name: 'rebuild-appraisal', county: config.county }) : undefined;
const forgotten = bus
  ? '✗ 消息流已不再保存最早的事件，用它更正会删去更早的事实；没有改动任何内容。请改用 --from history --apply (the stream is not whole)\n'
  : '✗ 有的服务已不再保存最早的事件（保存 1100 天），用它更正会删去更早的事实；没有改动任何内容。请去掉 --apply 只作比较 (the history is not whole)\n';
try {
  const report = await rebuildFacts({
    persistence: { name: 'rebuild-appraisal', url: config.databaseUrl, schema: config.databaseSchema },
    county: config.county,
    apply: apply === 'apply',
    events: (uow) => (bus ? streamEvents(bus) : historyEvents(uow, config.county)),
    isWhole: (uow) => (bus ? streamIsWhole(bus) : historyIsWhole(uow)),
  });
  process.stdout.write(`${reportLines(report).join('\n')}\n`);
  process.exitCode = report.equal || report.applied ? 0 : 1;
} catch (error) {
  if (!(error instanceof BeginningForgotten) && outageOf(error) === undefined) throw error;
  process.stderr.write(error instanceof BeginningForgotten ? forgotten : '✗ 连接不上数据库：请确认它已启动，地址和口令正确 (PostgreSQL does not answer)\n');
  process.exitCode = 2;
}
process.exit(); // a bus that does not answer would keep the process for ever
