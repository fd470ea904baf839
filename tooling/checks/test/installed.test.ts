import { describe, expect, test } from 'vitest';
import { installComplaints, namesOf } from '../src/installed.ts';

describe('what npm has installed', () => {
  test('is read from its list, each package once, wherever it lies', () => {
    const packages = {
      'node_modules/ky': {},
      'node_modules/@x/pie': {},
      'node_modules/@x/pie/node_modules/ky': {},
      'node_modules/@x/pie/node_modules/@types/ws': {},
      '': {},
    };
    expect(namesOf({ packages })).toEqual(['@types/ws', '@x/pie', 'ky']);
  });

  test('is exactly what a client says to bring', () => {
    const check = (...installed: string[]): string[] => installComplaints('@x/pie', installed, ['ky']);
    expect(check('@x/http-core', '@x/pie', 'ky')).toEqual([]);
    expect(check('@x/http-core', '@x/pie', 'jose')).toEqual(['brings jose', 'lacks ky']);
  });

  test('is no other client, when the client does not say', () => {
    const check = (...installed: string[]): string[] => installComplaints('@x/pie', installed, undefined);
    expect(check('@x/http-core', '@x/pie', 'parse5', '@types/ws')).toEqual([]);
    expect(check('@x/pie', '@x/cake')).toEqual(['brings @x/cake', 'lacks @x/http-core']);
  });
});
