import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parse } from 'yaml';
import { policy } from '@hotline/domain';

/** Reads one policy pack file, or every `.yaml` of a folder, for `county`; throws with file, path and reason of everything that is wrong. */
export function loadPolicyBook(path: string, county: string): policy.PolicyBook {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => extname(name) === '.yaml')
        .map((name) => join(path, name))
    : [path];
  const packs = files.map(readPack).filter((pack) => pack.county === county);
  if (packs.length === 0) throw new Error(`no policy pack for county ${county} in ${path}; set HOTLINE_POLICY or add one`);
  return policy.policyBook(packs);
}

function readPack(file: string): policy.PolicyPack {
  const parsed = policy.parsePolicyPack(parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(`policy pack ${file}: ${parsed.problems.map((problem) => `${problem.path}: ${problem.message}`).join('; ')}`);
  return parsed.pack;
}
