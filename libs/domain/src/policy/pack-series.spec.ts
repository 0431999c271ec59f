import { trialPack } from '../../spec/trial-pack.js';
import { checkPackSeries, type PolicyPack } from './index.js';

const pack = (version: number, effectiveFrom: string, effectiveTo?: string, more: Partial<PolicyPack> = {}): PolicyPack => ({ ...trialPack, version, effectiveFrom, ...(effectiveTo !== undefined && { effectiveTo }), ...more });

describe('the packs of a county, one after the other', () => {
  it('[Art. 25, 26] follow without a gap, open-ended or to the day, in whatever order they are read', () => {
    const series = [pack(3, '2024-01-01'), pack(1, '2018-07-12'), pack(2, '2020-01-01', '2023-12-31')];
    expect(checkPackSeries([])).toEqual([]);
    expect(checkPackSeries([pack(1, '2018-07-12')])).toEqual([]);
    expect(checkPackSeries(series)).toEqual([]);
    expect(checkPackSeries(series.toReversed())).toEqual([]);
  });

  it('[Art. 26] leave no day without a pack, and none to two', () => {
    expect(checkPackSeries([pack(1, '2018-07-12', '2019-12-30'), pack(2, '2020-01-02')])).toEqual([
      { index: 1, path: 'effectiveFrom', message: '与 trial@1 之间有空档：2019-12-31 至 2020-01-01 没有政策包' },
    ]);
    expect(checkPackSeries([pack(2, '2020-01-01'), pack(1, '2018-07-12', '2020-01-01')])).toEqual([{ index: 0, path: 'effectiveFrom', message: '与 trial@1 重叠：trial@1 至 2020-01-01 才失效' }]);
    expect(checkPackSeries([pack(1, '2018-07-12', '2020-06-30'), pack(2, '2020-01-01')])).toEqual([{ index: 1, path: 'effectiveFrom', message: '与 trial@1 重叠：trial@1 至 2020-06-30 才失效' }]);
    expect(checkPackSeries([pack(2, '2018-07-12'), pack(1, '2018-07-12')])).toEqual([{ index: 0, path: 'effectiveFrom', message: '生效日期与 trial@1 相同，两个政策包重叠' }]);
  });

  it('[Art. 25] bear versions that rise with the dates, and no name twice', () => {
    expect(checkPackSeries([pack(2, '2018-07-12'), pack(1, '2020-01-01')])).toEqual([{ index: 1, path: 'version', message: '版本号应大于此前生效的 trial@2' }]);
    expect(checkPackSeries([pack(1, '2018-07-12'), pack(1, '2020-01-01')])).toEqual([{ index: 1, path: 'version', message: '编号和版本重复：trial@1 已有一个政策包' }]);
    expect(checkPackSeries([pack(1, '2018-07-12'), pack(3, '2020-01-01'), pack(2, '2022-01-01')])).toEqual([{ index: 2, path: 'version', message: '版本号应大于此前生效的 trial@3' }]);
    expect(checkPackSeries([pack(2, '2018-07-12'), pack(1, '2020-01-01', undefined, { id: 'revised' })])).toEqual([]);
    expect(checkPackSeries([pack(2, '2018-07-12'), pack(2, '2020-01-01', undefined, { id: 'revised' })])).toEqual([]);
  });

  it('[Art. 25] of one county have nothing to do with those of another', () => {
    expect(checkPackSeries([pack(1, '2018-07-12', '2019-12-31'), pack(1, '2024-01-01', undefined, { county: '532301' })])).toEqual([]);
  });
});
