/** The roles of the county's hotline staff, with the words people know them by. */
export const ROLE_WORDS = {
  operator: '话务员',
  dispatcher: '派单员',
  unit: '承办单位经办人',
  leader: '承办单位负责人',
  supervisor: '督办员',
  analyst: '考核分析员',
  auditor: '审计员',
  inspector: '县委县政府督查室督查员',
  admin: '系统管理员',
  prefecture: '州级热线管理机构',
} as const;

export type Role = keyof typeof ROLE_WORDS;

export const ROLES = Object.keys(ROLE_WORDS) as readonly Role[];

export function isRole(word: unknown): word is Role {
  return typeof word === 'string' && Object.hasOwn(ROLE_WORDS, word);
}

/** `派单员(dispatcher)、督办员(supervisor)`: roles as a problem text names them. */
export function roleNames(roles: readonly Role[]): string {
  return roles.map((role) => `${ROLE_WORDS[role]}(${role})`).join('、');
}
