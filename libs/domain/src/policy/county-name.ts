import type { PolicyPack } from './policy-pack.js';

/** The county as its own rules name it, the words before `12345` (元谋县12345政府热线运行管理办法 → 元谋县); empty when they name none. */
export function countyNameOf({ name }: Pick<PolicyPack, 'name'>): string {
  return /^(.*?)\s*12345/.exec(name)?.[1] ?? '';
}

/** The body that issues the county's documents (县政府热线管理机构, Art. 3). */
export function issuerOf(pack: Pick<PolicyPack, 'name'>): string {
  return `${countyNameOf(pack)}12345政府热线管理机构`;
}
