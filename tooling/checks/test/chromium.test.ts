import { describe, expect, test } from 'vitest';
import { chromiumPath } from '../src/chromium.ts';

describe('Chromium', () => {
  test('is where the environment says, there or not', () => {
    expect(chromiumPath({ CHROMIUM: '/opt/chromium' }, () => false)).toBe('/opt/chromium');
  });

  test('is looked for where it usually is', () => {
    expect(chromiumPath({}, (path) => path === '/usr/bin/google-chrome')).toBe('/usr/bin/google-chrome');
    expect(chromiumPath({ CHROMIUM: '' }, () => true)).toBe('/usr/bin/chromium');
    expect(chromiumPath({}, () => false)).toBeUndefined();
  });
});
