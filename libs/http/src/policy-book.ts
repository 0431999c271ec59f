import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { policy } from '@hotline/domain';
import { faultLine, PolicyFault, readPolicyFile, type PolicyFile } from './policy-file.js';

/**
 * Reads one policy pack file, or every `.yaml` of a folder, and answers those of `county`, old versions included. Throws
 * {@link PolicyFault} with file, line and reason of everything that is wrong in any of them, or between those of one county.
 */
export function loadPolicyPacks(path: string, county: string): readonly policy.PolicyPack[] {
  const files = readAll(
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => extname(name) === '.yaml')
          .sort()
          .map((name) => join(path, name))
      : [path],
  );
  const faults = policy.checkPackSeries(files.map(({ pack }) => pack)).map(({ index, path: at, message }) => {
    const { file, lineOf } = files[index] as PolicyFile;
    return faultLine(file, lineOf(at), at, message);
  });
  if (faults.length > 0) throw new PolicyFault(faults);
  const packs = files.map(({ pack }) => pack).filter((pack) => pack.county === county);
  if (packs.length === 0) throw new Error(`no policy pack for county ${county} in ${path}; set HOTLINE_POLICY or add one`);
  return packs;
}

/** The packs of {@link loadPolicyPacks} as the rules look them up. */
export function loadPolicyBook(path: string, county: string): policy.PolicyBook {
  return policy.policyBook(loadPolicyPacks(path, county));
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
