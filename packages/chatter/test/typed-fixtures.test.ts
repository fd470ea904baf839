import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toChain } from './chains.js';
import { compile } from './compile.js';

/** Bodies as the service answered them and as its guide prints them, where they stand beside the repository. */
const fixtures = new URL('../../../../shared/fixtures/chatter/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`${file}.json`, fixtures), 'utf8'));

const answers: readonly (readonly [file: string, type: string])[] = [
  ['chatter-directory-v42', 'ChatterDirectory'],
  ['community-detail-v50', 'Community'],
  ['connect-batch-result-halted', 'BatchResultsBody'],
  ['connect-batch-result-v66', 'BatchResultsBody'],
  ['error-invalid-id-400', 'readonly ErrorMessage[]'],
  ['error-not-found-404', 'readonly ErrorMessage[]'],
  ['feed-element-createrecord-recordsnapshot-v49', 'FeedElement'],
  ['feed-element-group-textpost-v48', 'FeedElement'],
  ['feed-element-parent-group-v48', 'Group'],
  ['feed-element-textpost-v49', 'FeedElement'],
  ['feed-page-envelope-record-v42', 'FeedElementPage'],
  ['feed-page-news-v49-full', 'FeedElementPage'],
  ['feed-page-news-v49-trimmed', 'FeedElementPage'],
  ['motif-v66', 'Motif'],
  ['topics-trending-v66', 'TopicCollection'],
  ['user-me-v49', 'UserDetail'],
];

/** Where the examples of the guide are not what its tables say. */
const unlikeTheTables: ReadonlySet<string> = new Set([
  'request-capability-extensions',
  'request-capability-topics',
]);

interface Request {
  readonly file: string;
  readonly method: string;
  readonly path: string;
}

/** The requests of the guide: the table that comes with the bodies says where each goes. */
function readRequests(): readonly Request[] {
  const table = readFileSync(new URL('README.md', fixtures), 'utf8');
  return [...table.matchAll(/^\| `(request-[\w-]+)\.json` \|[^|]*\| (\w+) (\S+)/gm)].flatMap(
    ([, file = '', method = '', path = '']) => (unlikeTheTables.has(file) ? [] : [{ file, method, path }]),
  );
}

/** The guide writes some numbers and booleans as texts, and some values in lower case: the service takes that, types do not. */
function withTypes(name: string, value: unknown): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  if (value === 'mention' || value === 'text') return value.replace(/^./, (first) => first.toUpperCase());
  return /^crop[A-Z]/.test(name) ? Number(value) : value;
}

function addressOf(path: string): string {
  return (
    path
      // Moderation exists in communities only.
      .replace('…/capabilities/moderation', '/connect/communities/{id}$&')
      .replace('…', '/chatter/feed-elements/{id}')
      .replace(/^\/chatter\/groups\/\{id\}\/invite$/, '/chatter/groups/group/{id}/invite')
      .replaceAll('{id}', 'id')
  );
}

describe.skipIf(!existsSync(fixtures))('bodies of the service', () => {
  test('are what the types say, with nothing left over', async () => {
    const program = answers
      .map(([file, type], index) => `export const answer${index}: ${type} = ${JSON.stringify(read(file))};\n`)
      .join('');
    const names = new Set(answers.map(([, type]) => type.replace(/readonly |\[\]/g, '')));
    expect(await compile(program, ...names)).toEqual([]);
  });

  test('are taken as the guide sends them, by the paths that take them', async () => {
    const requests = readRequests();
    expect(requests.length).toBeGreaterThan(45);
    const program = requests.map(({ file, method, path }) => {
      const chain = toChain(addressOf(path));
      const body = JSON.stringify(read(file), (name, value: unknown) => withTypes(name, value));
      return `void ${chain ?? path}.${method.toLowerCase()}(${body});\n`;
    });
    expect(await compile(program.join(''))).toEqual([]);
  });

  test('are told apart from others', async () => {
    const user = JSON.stringify(read('user-me-v49'));
    const errors = await compile(`export const wrong: FeedElementPage = ${user};\n`, 'FeedElementPage');
    expect(errors[0]).toContain('TS2353');
  });
});
