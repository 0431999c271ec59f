/** `node deploy/commands/bucket.ts`: makes the bucket that HOTLINE_ATTACHMENTS names (`s3://bucket`), unless it is there. */
import { setTimeout as pause } from 'node:timers/promises';
import { CreateBucketCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { endWith, UsageFault } from './usage-fault.ts';

const PATIENCE_MS = 60_000;

try {
  process.stdout.write(`${await madeSure(setting('HOTLINE_ATTACHMENTS').replace(/^s3:\/\//, ''))}\n`);
} catch (error) {
  endWith(error);
}

/** A store that was started a moment ago may not listen yet. */
async function madeSure(Bucket: string): Promise<string> {
  const credentials = { accessKeyId: setting('HOTLINE_S3_ACCESS_KEY'), secretAccessKey: setting('HOTLINE_S3_SECRET_KEY') };
  const client = new S3Client({ endpoint: setting('HOTLINE_S3_ENDPOINT'), region: process.env['HOTLINE_S3_REGION'] || 'us-east-1', credentials, forcePathStyle: true, maxAttempts: 1 });
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await headOrCreate(client, Bucket);
    } catch (error) {
      if (Date.now() > until || refused(error)) throw new UsageFault(`附件的桶 ${Bucket} 无法建立（${error instanceof Error ? error.name : '未知'}）：请核对 HOTLINE_S3_* 各项设置`, 'the bucket cannot be made');
      await pause(1_000);
    }
  }
}

async function headOrCreate(client: S3Client, Bucket: string): Promise<string> {
  const there = await client.send(new HeadBucketCommand({ Bucket })).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.name === 'NotFound') return false;
      throw error;
    },
  );
  if (!there) await client.send(new CreateBucketCommand({ Bucket }));
  return `bucket ${Bucket} ${there ? 'is there' : 'created'}`;
}

/** The store answered and said no: asking again is in vain. */
function refused(error: unknown): boolean {
  const status = (error as { readonly $metadata?: { readonly httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status !== undefined && status < 500;
}

function setting(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new UsageFault(`${name} 未设置`, `${name} is not set`);
}
