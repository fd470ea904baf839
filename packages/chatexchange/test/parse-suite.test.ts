import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../src/platform/html.node.js';
import { parseCases } from './parse-suite.js';

const folder = new URL('../../../../shared/fixtures/chatexchange/', import.meta.url);

describe.skipIf(!existsSync(folder))('captured pages give what is known of them:', () => {
  test.each(parseCases.map((each) => [`${each.kind} of ${each.page}`, each] as const))('%s', (_, each) => {
    expect(each.digest(parseHtml(readFileSync(new URL(each.page, folder), 'utf8')))).toEqual(each.expected);
  });
});
