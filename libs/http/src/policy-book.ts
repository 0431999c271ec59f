import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { policy } from '@hotline/domain';
import { ConfigError } from './read-config.js';
import { faultLine, PolicyFault, readPolicyFile, type PolicyFile } from './policy-file.js';

const PACK = /\.ya?ml$/i;

/**
 * Reads one policy pack file, or every `.yaml` and `.yml` of a folder, and answers those of `county`, old versions included. Throws
 * {@link PolicyFault} with file, line and reason of everything that is wrong in any of them, or between those of one county, and
 * {@link ConfigError} when there is none.
 */
export function loadPolicyPacks(path: string, county: string): readonly policy.PolicyPack[] {
  const packs = loadEveryPolicyPack(path).filter((pack) => pack.county === county);
  if (packs.length === 0) throw new ConfigError(`配置错误：HOTLINE_POLICY ${path} 中没有本县（HOTLINE_COUNTY=${county}）的政策包，请核对两项设置，或加入本县的政策包`);
  return packs;
}

/** The same of every county whose packs lie there. */
export function loadEveryPolicyPack(path: string): readonly policy.PolicyPack[] {
  const files = readAll(filesAt(path));
  const faults = policy.checkPackSeries(files.map(({ pack }) => pack)).map(({ index, path: at, message }) => {
    const { file, lineOf } = files[index] as PolicyFile;
    return faultLine(file, lineOf(at), at, message);
  });
  if (faults.length > 0) throw new PolicyFault(faults);
  return files.map(({ pack }) => pack);
}

/** The packs of {@link loadPolicyPacks} as the rules look them up. */
export function loadPolicyBook(path: string, county: string): policy.PolicyBook {
  return policy.policyBook(loadPolicyPacks(path, county));
}

function filesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path).filter((name) => PACK.test(name)).sort().map((name) => join(path, name));
  } catch (error) {
    throw new ConfigError(`配置错误：HOTLINE_POLICY ${path} 无法读取（${(error as NodeJS.ErrnoException).code}）。例如 HOTLINE_POLICY=deploy/policy`);
  }
}

function readAll(files: readonly string[]): PolicyFile[] {
  const faults: string[] = [];
  const read = files.flatMap((file) => {
    try {
      return [readPolicyFile(file)];
    } catch (error) {
      if (!(error instanceof PolicyFault)) throw error;
      faults.push(...error.faults);
      return [];
    }
  });
  if (faults.length > 0) throw new PolicyFault(faults);
  return read;
}
