/** The roles of the platform; the local stack has one demo account for each. */
export const ROLES = ['operator', 'dispatcher', 'unit', 'leader', 'supervisor', 'analyst', 'auditor', 'inspector', 'admin', 'prefecture'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that act for one handling unit. */
const UNIT_ROLES: readonly Role[] = ['unit', 'leader'];

const NAMES: Readonly<Record<Role, string>> = {
  operator: '话务员小李',
  dispatcher: '派单员小王',
  unit: '承办单位联络员',
  leader: '承办单位主要负责人',
  supervisor: '督办员小张',
  analyst: '考核员小陈',
  auditor: '审计员小赵',
  inspector: '督查员小周',
  admin: '系统管理员',
  prefecture: '州级平台管理员',
};

/** Who a demo account is, as its access token will say. */
export interface DemoAccount {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** Of `unit` and `leader` only. */
  readonly unit?: string;
}

/** Id of the demo account of a role: `operator`, `unit-<code>`. */
export function accountId(role: Role, unit?: string): string {
  return unit ? `${role}-${unit}` : role;
}

/** How the account of a leader's deputy begins: it has the leader's role, but approves only by a recorded authorisation (Art. 18). */
const DEPUTY = 'deputy';

/** The demo account of the deputy of a unit's leader. */
export function deputyAccount(unit: string): DemoAccount {
  return { id: `${DEPUTY}-${unit}`, role: 'leader', name: '承办单位副职领导', unit };
}

/** The demo account with an id; undefined when there can be none. Every unit code has its accounts. */
export function demoAccount(id: string): DemoAccount | undefined {
  const [, word = '', unit] = /^([a-z]+)(?:-([\w.-]{1,64}))?$/.exec(id) ?? [];
  if (word === DEPUTY) return unit === undefined ? undefined : deputyAccount(unit);
  const role = ROLES.find((candidate) => candidate === word);
  if (!role || actsForUnit(role) !== (unit !== undefined)) return undefined;
  return { id, role, name: NAMES[role], ...(unit ? { unit } : {}) };
}

export function actsForUnit(role: Role): boolean {
  return UNIT_ROLES.includes(role);
}

/** Client id under which a program gets the token of a demo account without a person logging in. */
export function clientIdOf(account: Pick<DemoAccount, 'id'>): string {
  return `demo:${account.id}`;
}

/** The account under which the service `prefecture` calls the others, as its own OIDC client. */
export const SERVICE_ACCOUNT: DemoAccount = { id: 'prefecture-adapter', role: 'prefecture', name: '州级对接服务' };

/** Not secret: the provider listens on the loopback address only and refuses to run outside local mode. */
export const DEMO_CLIENT_SECRET = 'local-development-only';
