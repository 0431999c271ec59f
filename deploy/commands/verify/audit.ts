import { readFileSync } from 'node:fs';
import pg from 'pg';
import { anchorsIn, verifyAudit, type AuditFinding, type AuditReport } from '@hotline/persistence/audit';
import { SERVICES, type ServiceName } from '../../local/layout.ts';
import { UsageFault } from '../usage-fault.ts';

const PATIENCE_MS = 5_000;

/** Which audit logs are verified, and against what. */
export interface Audited {
  readonly services: readonly ServiceName[];
  /** Files of anchors or of log lines that contain some. */
  readonly anchorFiles: readonly string[];
}

/** Verifies the services' audit logs and tells all that was found; answers whether they are intact. */
export async function verifyLogs(url: string, { services, anchorFiles }: Audited, tell: (line: string) => void): Promise<boolean> {
  const files = anchorFiles.map((file) => ({ file, ...anchorsIn(textOf(file)) }));
  for (const { file, unreadable } of files) for (const line of unreadable) tell(`✗ 锚点文件 ${file} 第 ${line} 行无法读取（可能写到一半中断，也可能被改动）`);
  const anchors = files.flatMap((read) => read.anchors);
  const client = await connected(url);
  let intact = files.every(({ unreadable }) => unreadable.length === 0);
  let seen = 0;
  try {
    for (const service of services) {
      const report = await verifyAudit(client, { service, schema: service, anchors });
      if (report) {
        intact = tellReport(service, report, tell) && intact;
        seen++;
      } else tell(`${SERVICES[service]} ${service}：数据库中没有它的审计链，已跳过（请先运行 npm run migrate）`);
    }
  } finally {
    await client.end();
  }
  if (seen === 0) throw new UsageFault('没有可以核对的审计记录：请确认数据库地址，并先运行 npm run migrate', 'no audit log in this database');
  if (anchors.length === 0) tell('注意：没有锚点，末尾被截去或整条链被重写查不出来。请用 --anchors 指明锚点文件。');
  return intact;
}

function tellReport(service: ServiceName, { findings, sealed, erased, waiting, anchors }: AuditReport, tell: (line: string) => void): boolean {
  for (const finding of findings) tell(`✗ ${service} ${placeOf(finding)}：${MEANINGS[finding.kind]}`);
  const counts = `已封印 ${sealed} 条，待封印 ${waiting} 条，依规销毁文字 ${erased} 条，比对锚点 ${anchors} 个`;
  tell(`${findings.length === 0 ? '✓' : '✗'} ${SERVICES[service]} ${service}：${findings.length === 0 ? '完好' : `发现 ${findings.length} 处`}；${counts}`);
  return findings.length === 0;
}

function placeOf({ position, upTo, entry }: AuditFinding): string {
  const range = upTo === undefined || upTo === position ? position : `${position}–${upTo}`;
  return [position === undefined ? '无位置' : `位置 ${range}`, ...(entry === undefined ? [] : [`记录 ${entry}`])].join(' ');
}

const MEANINGS: Readonly<Record<AuditFinding['kind'], string>> = {
  'row-edited': '记录与封印不符，内容被改动 (row edited)',
  'row-removed': '记录被删除 (row removed)',
  'row-reordered': '记录的次序被调换 (row re-ordered)',
  'row-inserted': '记录没有封印也不待封印，是另外插入的 (row inserted)',
  'words-erased-off-record': '文字被清空，却没有销毁的记录 (words erased off the record)',
  'seal-edited': '封印被改动 (seal edited)',
  'seal-removed': '封印被删除，其后一条无从核对 (seal removed)',
  'tail-cut': '锚点证明曾经存在，现已不在，末尾被截去 (tail cut)',
  rewritten: '与锚点不符，这一段的链被重写 (chain rewritten)',
  'left-unsealed': '写入超过一分钟仍未封印 (left unsealed)',
};

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageFault(`读不了锚点文件 ${file}（${codeOf(error)}）`, 'the anchor file cannot be read');
  }
}

async function connected(url: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({ connectionString: url, application_name: 'verify-audit', connectionTimeoutMillis: PATIENCE_MS });
    await client.connect();
    return client;
  } catch (error) {
    throw new UsageFault(`连接不上数据库（${codeOf(error)}）：请确认它已启动，地址和口令正确`, 'PostgreSQL does not answer');
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '超时 timeout';
}
