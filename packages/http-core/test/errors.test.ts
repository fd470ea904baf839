import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import type * as errors from '../src/errors.js';
import { isServiceError, ServiceError } from '../src/index.js';

const facts = { service: 'example', kind: 'refused', code: 'NOT_FOUND' } as const;

test('an error tells what it is told and leaves out what it is not', () => {
  const error = new ServiceError('example: GET /a answered 404', { ...facts, status: 404 });
  expect(error).toMatchObject({ name: 'ServiceError', ...facts, status: 404, retryable: false });
  expect(Object.keys(error)).not.toContain('retryAfterMs');
  expect(Object.keys(error)).not.toContain('requestId');
});

test('details can be read, and are neither printed nor written as JSON', () => {
  const error = new ServiceError('no', { ...facts, details: { body: 'private words' } });
  expect(error.details).toEqual({ body: 'private words' });
  expect(inspect(error)).not.toContain('private words');
  expect(JSON.stringify(error)).not.toContain('private words');
});

test('the guard knows subclasses and nothing else', () => {
  class ExampleError extends ServiceError {
    override name = 'ExampleError';
  }
  expect(isServiceError(new ExampleError('no', facts))).toBe(true);
  expect(String(new ExampleError('no', facts))).toBe('ExampleError: no');
  expect(isServiceError(new TypeError('no'))).toBe(false);
  expect(isServiceError({ isServiceError: true })).toBe(false);
  expect(isServiceError(null)).toBe(false);
});

test('two loaded copies of the package recognise each other’s errors', async () => {
  const address = new URL('../src/errors.ts', import.meta.url).href;
  const copy = (await import(/* @vite-ignore */ `${address}?copy`)) as typeof errors;
  expect(copy.ServiceError).not.toBe(ServiceError);
  expect(new copy.ServiceError('no', facts)).not.toBeInstanceOf(ServiceError);
  expect(isServiceError(new copy.ServiceError('no', facts))).toBe(true);
  expect(copy.isServiceError(new ServiceError('no', facts))).toBe(true);
});
