import { expect, test } from 'vitest';
import { createPath, path, segment, ServiceError } from '../src/index.js';
import { isSafePath } from '../src/safe-path.js';

test('values become one segment each, whatever they hold', () => {
  expect(path`/users/${'steve@channel5.com'}/messages/${17}`).toBe('/users/steve%40channel5.com/messages/17');
  expect(path`/users/${'a/../b?c#d e%2f'}`).toBe('/users/a%2F..%2Fb%3Fc%23d%20e%252f');
  expect(path`/users/${'ünï_cödé'}`).toBe('/users/%C3%BCn%C3%AF_c%C3%B6d%C3%A9');
});

test.each(['', '.', '..', '\uD800'])('%j cannot be a segment', (value) => {
  expect(() => segment(value)).toThrow(
    expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error,
  );
});

test('a client’s own path makes the client’s own errors', () => {
  class ExampleError extends ServiceError {}
  const own = createPath('example', ExampleError);
  expect(own`/a/${'b c'}`).toBe('/a/b%20c');
  expect(() => own`/a/${'..'}`).toThrow(ExampleError);
  expect(() => own`/a/${'..'}`).toThrow(/^example: /);
});

test.each(['/a', '/a/..b/c', '/a/%2F', '/'])('%s stays where it says', (value) => {
  expect(isSafePath(value)).toBe(true);
});

test.each([
  'a',
  '',
  '//host/a',
  'https://host/a',
  '/a/../b',
  '/a/..',
  '/a/./b',
  '/a/%2e%2E/b',
  '/a\\..\\b',
  '/a/.%2e/b',
  '/a\nb',
  '/a b',
  '/a//b',
])('%j is refused as a path', (value) => {
  expect(isSafePath(value)).toBe(false);
});

test('no text leads a path upwards, by any spelling (seeded)', () => {
  const alphabet = ['.', '/', '\\', '%', '2', 'e', 'E', 'f', '?', '#', ':', '@', 'a', ' ', '\n', 'é', '😀'];
  let state = 42;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  for (let round = 0; round < 5000; round += 1) {
    const value = Array.from({ length: 1 + next(8) }, () => alphabet[next(alphabet.length)]).join('');
    if (value === '.' || value === '..') continue;
    const { pathname, origin, search } = new URL(`https://host.example/base${path`/x/${value}/y`}`);
    expect({ origin, search }).toEqual({ origin: 'https://host.example', search: '' });
    expect(pathname.split('/')).toEqual(['', 'base', 'x', encodeURIComponent(value), 'y']);
    const below = new URL(`https://host.example/base/x${value}`).href.startsWith(
      'https://host.example/base/x',
    );
    expect(below || !isSafePath(`/x${value}`)).toBe(true);
  }
});
