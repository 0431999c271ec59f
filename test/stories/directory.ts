import type { Hotline } from './hotline.ts';

/** Has a handling unit recorded, with the four people that every unit must have (Art. 3). */
export async function recordUnit(hotline: Hotline, code: string, name = `元谋县${code}`): Promise<void> {
  const people = { leaderInCharge: '分管领导', office: '办公室', liaison: { name: '联络员', phone: '0878-0000100' }, principalLeader: '主要负责人' };
  const kind = /^\d+$/.test(code) ? 'township' : 'department';
  await hotline.as('admin').put(`/routing/v1/units/${code}`, { name, kind, active: true, ...people });
}
