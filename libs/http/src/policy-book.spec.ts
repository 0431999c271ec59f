import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { policy } from '@hotline/domain';
import { loadPolicyBook, loadPolicyPacks } from './policy-book.js';

const shipped = readFileSync(resolve('deploy/policy/yuanmou-2018.yaml'), 'utf8');
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder with these packs, the first shipped text changed by each function. */
function folderOf(...changes: readonly ((text: string) => string)[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-policy-'));
  folders.push(folder);
  changes.forEach((change, index) => writeFileSync(join(folder, `pack-${index + 1}.yaml`), change(shipped)));
  return folder;
}

const same = (text: string): string => text;
const version =
  (number: number, from: string, to?: string) =>
  (text: string): string =>
    text.replace('version: 1', `version: ${number}`).replace(/effectiveFrom: .*/, `effectiveFrom: '${from}'${to === undefined ? '' : `\neffectiveTo: '${to}'`}`);

/** What loading says, one line a fault, with the folder and the heading left out. */
function faultsOf(folder: string): string[] {
  try {
    loadPolicyPacks(folder, '532328');
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).map((line) => line.replace(`${folder}/`, ''));
  }
}

/** Line of the first text that holds these words, from 1. */
const lineWith = (words: string, text = shipped): number => text.split('\n').findIndex((line) => line.includes(words)) + 1;

describe('the policy packs of a county', () => {
  it('[Art. 25] are shipped sound, all together, old versions kept', () => {
    expect(loadPolicyPacks(resolve('deploy/policy'), '532328').map(policy.policyRef)).toEqual(['yuanmou-2018@1']);
    const folder = folderOf(same, version(2, '2024-01-01'), version(3, '2026-01-01'));
    const book = loadPolicyBook(folder, '532328');
    expect(['2023-12-31', '2024-01-01', '2026-11-25'].map((date) => policy.policyRef(book.policyAt(date)))).toEqual(['yuanmou-2018@1', 'yuanmou-2018@2', 'yuanmou-2018@3']);
    expect(policy.policyRef(book.policyOf('yuanmou-2018@1'))).toBe('yuanmou-2018@1');
  });

  it.each<[string, (text: string) => string, string]>([
    ['an unknown key', (text) => text.replace('  unitSign: 1', '  unitsign: 1'), `pack-1.yaml:${lineWith('unitSign')}: limits.unitsign: 未知的项`],
    ['a cap above its base', (text) => text.replace('resolve: 5, extensionCap: 3', 'resolve: 5, extensionCap: 6'), `pack-1.yaml:${lineWith('consultation: {')}: categories.consultation.extensionCap: 延期上限不得超过办理时限`],
    ['a value out of range', (text) => text.replace('sampleRate: 0.2', 'sampleRate: 20'), `pack-1.yaml:${lineWith('sampleRate')}: returnVisit.sampleRate: 应为 0 到 1 之间的比例`],
    ['an unknown word of a list', (text) => text.replace('- prefecture-transfer', '- province'), `pack-1.yaml:${lineWith('prefecture-transfer')}: prefectureReviews[1]: 可选：consultation、prefecture-transfer`],
    ['a key written twice', (text) => text.replace('contactAttempts: 3', 'contactAttempts: 3\ncontactAttempts: 4'), `pack-1.yaml:${lineWith('contactAttempts') + 1}: 同一个项写了两次`],
  ])('[Art. 25] are refused with file, line and reason: %s', (_name, change, fault) => {
    expect(faultsOf(folderOf(change))).toContain(fault);
  });

  it('[Art. 7] are refused when satisfaction does not weigh most', () => {
    const faults = faultsOf(folderOf((text) => text.replace('name: 满意率, weight: 22', 'name: 满意率, weight: 17').replace('name: 重办率, weight: 5', 'name: 重办率, weight: 10')));
    expect(faults).toEqual([`pack-1.yaml:${lineWith('code: satisfied')}: appraisal.dimensions.results[1].weight: 满意率的分值必须是最大的一项（第七条），现不低于它的有：on-time-close`]);
  });

  it('[Art. 25] a missing key is told at what should hold it, everything wrong at once and in every file', () => {
    const faults = faultsOf(folderOf((text) => text.replace(/^ {2}unitSign.*\n/m, '').replace('hour: 9', 'hour: 25'), (text) => `${text}\nextra: 1\n`));
    expect(faults).toEqual([
      `pack-1.yaml:${lineWith('limits:')}: limits.unitSign: 缺少该项`,
      `pack-1.yaml:${lineWith('hour: 9') - 1}: warnings.hour: 应为 0 到 23 之间的整数（时）`,
      `pack-2.yaml:${shipped.split('\n').length + 1}: extra: 未知的项`,
    ]);
  });

  it('[Art. 25] are refused when they are no YAML, and when there is nothing in them', () => {
    expect(faultsOf(folderOf((text) => text.replace('limits:', 'limits: ['))).join()).toMatch(/^pack-1\.yaml:\d+: 不是正确的 YAML/);
    expect(faultsOf(folderOf(() => ''))).toEqual(['pack-1.yaml:1: 应为键值对象']);
  });

  it.each<[string, ((text: string) => string)[], string]>([
    ['a gap', [version(1, '2018-07-12', '2023-12-31'), version(2, '2024-01-03')], '与 yuanmou-2018@1 之间有空档：2024-01-01 至 2024-01-02 没有政策包'],
    ['an overlap', [version(1, '2018-07-12', '2024-01-31'), version(2, '2024-01-01')], '与 yuanmou-2018@1 重叠：yuanmou-2018@1 至 2024-01-31 才失效'],
    ['one day twice', [same, version(2, '2018-07-12')], '生效日期与 yuanmou-2018@1 相同，两个政策包重叠'],
  ])('[Art. 26] are refused for %s in their dates', (_name, packs, reason) => {
    expect(faultsOf(folderOf(...packs))).toEqual([`pack-2.yaml:${lineWith("effectiveFrom: '")}: effectiveFrom: ${reason}`]);
  });

  it('[Art. 25] are refused when a name stands twice or versions do not rise with the dates', () => {
    expect(faultsOf(folderOf(same, version(1, '2024-01-01')))).toEqual([`pack-2.yaml:${lineWith('version: 1')}: version: 编号和版本重复：yuanmou-2018@1 已有一个政策包`]);
    expect(faultsOf(folderOf(version(3, '2018-07-12'), version(2, '2024-01-01')))).toEqual([`pack-2.yaml:${lineWith('version: 1')}: version: 版本号应大于此前生效的 yuanmou-2018@3`]);
    expect(faultsOf(folderOf(version(1, '2018-07-12', '2023-12-31'), version(2, '2024-01-01')))).toEqual([]);
  });

  it('are asked for by county', () => {
    expect(() => loadPolicyPacks(folderOf(same), '532301')).toThrow('没有本县（HOTLINE_COUNTY=532301）的政策包');
  });

  it('are read by either ending of a YAML file, and refused by name when there is nothing to read', () => {
    const folder = folderOf(version(1, '2018-07-12', '2023-12-31'));
    writeFileSync(join(folder, 'second.yml'), version(2, '2024-01-01')(shipped));
    expect(loadPolicyPacks(folder, '532328').map(policy.policyRef)).toEqual(['yuanmou-2018@1', 'yuanmou-2018@2']);
    mkdirSync(join(folder, 'folder.yaml'));
    expect(faultsOf(folder)).toEqual(['folder.yaml:1: 无法读取（EISDIR）']);
    expect(() => loadPolicyPacks(join(folder, 'nowhere'), '532328')).toThrow(/^配置错误：HOTLINE_POLICY .*nowhere 无法读取（ENOENT）/);
  });

  it('[Art. 25] are refused at the line of their aliases when these multiply beyond all measure', () => {
    const bomb = Array.from({ length: 9 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array.from({ length: 9 }, () => `*a${level}`).join(', ')}]`);
    expect(faultsOf(folderOf((text) => ['a0: &a0 [x, x]', ...bomb, text].join('\n')))).toEqual(['pack-1.yaml:2: 别名（& 与 *）展开后过大，请直接写出各项']);
  });
});
