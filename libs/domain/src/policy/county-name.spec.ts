import { countyNameOf, issuerOf } from './index.js';

it('[Art. 21] documents bear the county that the rules are those of', () => {
  expect(countyNameOf({ name: '元谋县12345政府热线运行管理办法（试行）' })).toBe('元谋县');
  expect(issuerOf({ name: '青山县 12345 热线管理办法' })).toBe('青山县12345政府热线管理机构');
  expect(countyNameOf({ name: '热线管理办法' })).toBe('');
});
