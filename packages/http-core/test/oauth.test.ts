import { rejection } from '@x/testkit';
import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { refuseOptions } from '../src/index.js';
import { createPkce, keepFromBrowser, toBase64 } from '../src/oauth.js';

test('a proof key is made anew each time, and its challenge is the digest of its verifier', async () => {
  const [one, other] = await Promise.all([createPkce(), createPkce()]);
  expect(one.codeVerifier).toMatch(/^[\w-]{43}$/);
  expect(one.codeChallenge).toBe(createHash('sha256').update(one.codeVerifier).digest('base64url'));
  expect(other.codeVerifier).not.toBe(one.codeVerifier);
});

test('bytes become base64', () => {
  expect(toBase64(new TextEncoder().encode('id:süß'))).toBe('aWQ6c8O8w58=');
});

describe('a secret', () => {
  const keep = async (secret: unknown, allowBrowserSecrets?: boolean): Promise<void> => {
    keepFromBrowser(refuseOptions('example'), { allowBrowserSecrets }, 'secret', secret);
  };

  test('is a text that is not empty', async () => {
    await expect(keep('s3cret')).resolves.toBeUndefined();
    for (const secret of ['', ' ', 1, undefined]) {
      expect(await rejection(keep(secret))).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
    }
  });

  test('is refused in a page unless that is asked for', async () => {
    Object.defineProperty(globalThis, 'document', { value: {}, configurable: true });
    onTestFinished(() => {
      Reflect.deleteProperty(globalThis, 'document');
    });
    const error = await rejection(keep('s3cret'));
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
    expect((error as Error).message).not.toContain('s3cret');
    await expect(keep('s3cret', true)).resolves.toBeUndefined();
  });
});
