import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startApi } from './support.js';

// The descriptions of the vendor lie beside the repository, where there are any.
const folder = new URL('../../../../../shared/fixtures/smooch/openapi/', import.meta.url);
const absent = !existsSync(folder);

interface Operation {
  readonly method: string;
  readonly path: string;
}

const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** The operations of a description in YAML, of which only the indentation of paths and methods counts. */
function operationsOfYaml(text: string): Operation[] {
  const operations: Operation[] = [];
  let path = '';
  const [, ...lines] = text.slice(text.indexOf('\npaths:') + 1).split('\n');
  for (const line of lines) {
    if (/^\S/.test(line)) break;
    path = /^ {2}['"]?(\/[^'":]*)['"]?:/.exec(line)?.[1] ?? path;
    const method = /^ {4}(\w+):/.exec(line)?.[1] ?? '';
    if (methods.has(method)) operations.push({ method: method.toUpperCase(), path });
  }
  return operations;
}

function operationsOfJson(text: string): Operation[] {
  const { paths, basePath = '' } = JSON.parse(text) as {
    readonly paths: Readonly<Record<string, object>>;
    readonly basePath?: string;
  };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((method) => methods.has(method))
      .map((method) => ({ method: method.toUpperCase(), path: basePath.replace(/\/$/, '') + path })),
  );
}

/** Operations that no route answers: those that are 404 before anybody is asked who they are. */
async function unanswered(operations: readonly Operation[]): Promise<string[]> {
  const { call } = await startApi();
  const missing: string[] = [];
  for (const { method, path } of operations) {
    const { status } = await call(method, path.replaceAll(/\{\w+\}/g, 'x'), { authorization: null });
    if (status === 404) missing.push(`${method} ${path}`);
  }
  return missing;
}

describe.skipIf(absent)('every operation has a route', () => {
  test('of v2', async () => {
    const operations = operationsOfYaml(read('sunshine-conversations-v2-17.12.1.openapi.yaml'));
    expect(operations).toHaveLength(68);
    expect(await unanswered(operations)).toEqual([]);
  });

  test('of v1.1', async () => {
    const operations = operationsOfJson(read('smooch-v1.1-5.34.swagger.json'));
    expect(operations).toHaveLength(74);
    expect(await unanswered(operations)).toEqual([]);
  });

  test('of v1', async () => {
    const operations = operationsOfJson(read('smooch-v1-2.7.swagger.json'));
    expect(operations).toHaveLength(43);
    expect(await unanswered(operations)).toEqual([]);
  });
});
