import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from '../support.js';
import { ask, type Asked } from './asked.js';
import { checkerOf } from './checker.js';
import { describedBy, isDescribed } from './description.js';
import { v11Deviations, v1Deviations, v2Deviations, type Deviation } from './deviations.js';
import { legacyRequests } from './legacy-requests.js';
import { legacyWorldOf } from './legacy-world.js';
import { v2Requests } from './v2-requests.js';
import { worldOf } from './v2-world.js';

interface Walk<World extends Api> {
  readonly file: string;
  readonly count: number;
  readonly worldOf: (api: Api) => World;
  readonly requests: Readonly<Record<string, (world: World) => Asked | Promise<Asked>>>;
  /** The name under which there is a request for an operation. */
  readonly keyOf: (name: string) => string;
  readonly deviations: readonly Deviation[];
}

/** Asks each operation of a description with a valid request, and holds its answer against what is described. */
function walk<World extends Api>({
  file,
  count,
  worldOf: enter,
  requests,
  keyOf,
  deviations,
}: Walk<World>): void {
  const description = describedBy(file);
  const { operations } = description;
  const { complaints, strangers } = checkerOf(description);
  const met = new Set<Deviation>();
  let world: World;

  const isExplained = (found: string): boolean => {
    const explained = deviations.filter(({ where }) => where.test(found));
    for (const deviation of explained) met.add(deviation);
    return explained.length > 0;
  };

  beforeAll(async () => {
    world = enter(await openApi());
  });
  afterAll(() => world.emulator.close());

  test.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s',
    async (name, operation) => {
      const asked = await requests[keyOf(name)]?.(world);
      if (asked === undefined) throw new Error(`Nothing asks for ${keyOf(name)}.`);
      const { json = {} } = asked;
      const unasked = operation.body === undefined ? [] : complaints(operation.body, json);
      const { status, body } = await ask(world, operation, asked);
      if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
      const [described = []] = operation.answers;
      const schema = operation.answers.get(status) ?? described[1] ?? {};
      const found = [
        ...unasked.map((each) => `asked ${each}`),
        ...(operation.answers.has(status) ? [] : [`status ${status}`]),
        ...complaints(schema, body),
        ...strangers(schema, body).map((key) => `${key} is not described`),
      ];
      expect(found.map((each) => `${name}: ${each}`).filter((each) => !isExplained(each))).toEqual([]);
    },
  );

  test(`has ${count} operations, and nothing is explained that is as described`, () => {
    expect(operations).toHaveLength(count);
    expect(deviations.filter((deviation) => !met.has(deviation))).toEqual([]);
  });
}

const legacy = {
  worldOf: legacyWorldOf,
  requests: legacyRequests,
  keyOf: (name: string) => name.replace(/ \/v1(?:\.1)?/, ' '),
};

describe.skipIf(!isDescribed)('v2 as described', () => {
  walk({
    file: 'sunshine-conversations-v2-17.12.1.openapi.yaml',
    count: 68,
    worldOf,
    requests: v2Requests,
    keyOf: (name) => name,
    deviations: v2Deviations,
  });
});

describe.skipIf(!isDescribed)('v1.1 as described', () => {
  walk({ ...legacy, file: 'smooch-v1.1-5.34.swagger.json', count: 74, deviations: v11Deviations });
});

describe.skipIf(!isDescribed)('v1 as described', () => {
  walk({ ...legacy, file: 'smooch-v1-2.7.swagger.json', count: 43, deviations: v1Deviations });
});
