import { accessSync, constants, mkdirSync } from 'node:fs';
import { ConfigError } from '@hotline/http';
import type { IntakeConfig } from '../intake.config.js';
import { DiskStore } from './disk-store.js';
import { FILE_TYPES, type FileTypeName } from './file-type.js';
import type { ObjectStore } from './object-store.js';
import { WatchedStore } from './watched-store.js';

type StoreConfig = Pick<IntakeConfig, 'attachments' | 's3Endpoint' | 's3Region' | 's3AccessKey' | 's3SecretKey'>;

const BUCKET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$/;

/** The store that the settings name, watched, and greeted so that the log says at once what is wrong with it. */
export async function openObjectStore(config: StoreConfig): Promise<ObjectStore> {
  const store = new WatchedStore(await storeOf(config));
  void store.greet().catch(() => undefined); // a bucket that is away must not keep intake from starting
  return store;
}

/** A folder, or a bucket. The S3 client is loaded only where it is used; it takes some 20 MB. */
async function storeOf(config: StoreConfig): Promise<ObjectStore> {
  const bucket = BUCKET.exec(config.attachments)?.[1];
  if (bucket === undefined) return new DiskStore(config.attachments);
  const { s3Endpoint: endpoint, s3Region: region, s3AccessKey: accessKeyId, s3SecretKey: secretAccessKey } = config;
  if (endpoint === undefined || accessKeyId === undefined || secretAccessKey === undefined) throw new ConfigError(INCOMPLETE);
  const { S3Store } = await import('./s3-store.js');
  return new S3Store({ endpoint, region, bucket, accessKeyId, secretAccessKey });
}

const INCOMPLETE = '配置错误：HOTLINE_ATTACHMENTS 为 s3:// 时，HOTLINE_S3_ENDPOINT、HOTLINE_S3_ACCESS_KEY、HOTLINE_S3_SECRET_KEY 都必须设置';

/** Throws {@link ConfigError} for settings of the attachments that cannot go together, and for a folder that nothing can be put into; makes the folder. */
export function refuseUnusableStore(config: StoreConfig & Pick<IntakeConfig, 'attachmentTypes'>): void {
  if (config.attachments.startsWith('s3:')) {
    if (!BUCKET.test(config.attachments)) throw new ConfigError('配置错误：HOTLINE_ATTACHMENTS 应为本机文件夹，或 s3://桶名');
    if (!config.s3Endpoint || !config.s3AccessKey || !config.s3SecretKey) throw new ConfigError(INCOMPLETE);
  } else refuseUnusableFolder(config.attachments);
  allowedTypes(config);
}

function refuseUnusableFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigError(`配置错误：HOTLINE_ATTACHMENTS 应为可以写入的文件夹，${folder} 不是（${(error as NodeJS.ErrnoException).code}）。例如 HOTLINE_ATTACHMENTS=/var/lib/hotline/attachments`);
  }
}

/** The types that the county takes; throws {@link ConfigError} on a word that is none. */
export function allowedTypes({ attachmentTypes }: Pick<IntakeConfig, 'attachmentTypes'>): readonly FileTypeName[] {
  return attachmentTypes.split(',').map((word) => {
    const type = word.trim();
    if (!Object.hasOwn(FILE_TYPES, type)) throw new ConfigError(`配置错误：HOTLINE_ATTACHMENT_TYPES 中的「${type.slice(0, 20)}」不是可选的类型：${Object.keys(FILE_TYPES).join('、')}`);
    return type as FileTypeName;
  });
}
