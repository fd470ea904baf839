import { resources } from '@x/chatter-data';
import { expect, test } from 'vitest';
import { checkPageSize } from '../src/page-size.js';

const lists = resources.flatMap((resource) => {
  const parameter = resource.operation('GET')?.query.find(({ name }) => name === 'pageSize');
  const paths = parameter === undefined ? [] : resource.paths;
  return paths.map((template) => ({
    path: `/services/data/v66.0${template.replaceAll(/\{\w+\}/g, '0F9E0000000Fpox')}`,
    most: parameter?.max,
  }));
});
const documented = lists.flatMap(({ path, most }) => (most === undefined ? [] : [{ path, most }]));

test.each(documented)('$path takes $most at a time and no more', ({ path, most }) => {
  expect(() => checkPageSize(path, { pageSize: most })).not.toThrow();
  expect(() => checkPageSize(path, { pageSize: most + 1 })).toThrow(`from 1 to ${most} here`);
});

test('a list whose limit nobody knows is asked', () => {
  expect(() => checkPageSize('/services/data/v66.0/connect/novelties', { pageSize: 1000 })).not.toThrow();
});

test('a page of any list has a size', () => {
  expect(lists.length).toBeGreaterThan(documented.length);
  for (const { path } of lists) {
    for (const pageSize of [0, -1, 1.5, 'many'])
      expect(() => checkPageSize(path, { pageSize })).toThrow('pageSize must be a whole number from 1');
  }
});
