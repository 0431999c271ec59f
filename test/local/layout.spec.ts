import { describe, expect, it } from '@jest/globals';
import { componentNames, layoutFrom } from '../../deploy/local/layout.ts';

describe('the layout of a local stack', () => {
  it('counts every port from HOTLINE_PORT and keeps everything below HOTLINE_DATA', () => {
    const layout = layoutFrom({ HOTLINE_PORT: '9000', HOTLINE_DATA: '/srv/hotline' });
    expect(componentNames.map((name) => layout.ports[name])).toEqual([9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007, 9008, 9009]);
    expect([layout.data, layout.logs, layout.stackFile]).toEqual(['/srv/hotline', '/srv/hotline/logs', '/srv/hotline/stack.json']);
  });

  it('takes a relative HOTLINE_DATA from where npm was called', () => {
    expect(layoutFrom({ INIT_CWD: '/home/somebody', HOTLINE_DATA: 'here' }).data).toBe('/home/somebody/here');
  });

  it.each(['abc', '0', '65527', '80.5', '-1'])('refuses HOTLINE_PORT=%s by name', (port) => {
    expect(() => layoutFrom({ HOTLINE_PORT: port })).toThrow(`HOTLINE_PORT=${port}`);
  });
});
