import { tryTo } from './try-to.js';

/** Whether a path, without its query, stays as it is: no segment leads upwards, no scheme or host hides in it. */
export function isSafePath(value: string): boolean {
  return !value.includes('//') && tryTo(() => new URL(value, 'https://x').pathname) === value;
}
