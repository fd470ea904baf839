import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { at } from '../../json.js';
import { comparison } from '../../recorded.js';
import { describedBy } from '../described/description.js';
import { asked, everyAnswer } from './answers.js';

// Answers that were recorded from the service lie beside the repository, where there are any.
const folder = new URL('../../../../../../shared/fixtures/smooch/', import.meta.url);
const absent = !existsSync(folder);

interface Recorded {
  readonly file: string;
  readonly kind: string;
  readonly version?: string;
  readonly method?: string;
  readonly path?: string;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const { missing } = comparison(new Set(['properties', 'info', 'raw', 'metadata', 'extraChannelOptions']));

/** What is in a recording and in no answer here, and why. */
const leftOut: readonly { readonly where: RegExp; readonly why: string }[] = [
  {
    where: /persistent-menus\/get-integration-menu\.json: \[\]\.integration/,
    why: 'saved under the wrong request: it is the integration, not its menu',
  },
  {
    where: /docs-201[67][-\w]*\/init\.json: \[\]\.(?:app\.gcmProject|appUser\.clients)/,
    why: 'printed, and not in the capture of 2015, which is followed',
  },
  {
    where: /\.integrations?(?:\[\])?\.(?:mid|shortId|smoochAddress)$/,
    why: 'gone before anything was captured',
  },
];

/** What a recording is an answer to. Of some only the name of the file tells. */
function questionOf({ file, kind, method, path }: Recorded): string {
  if (kind === 'error') return '';
  if (/docs-2017.*(?:integrations--(?!list|delete)|email)/.test(file)) return 'POST /apps/{}/integrations';
  if (/docs-2017\/message-types--/.test(file)) return 'POST /apps/{}/appusers/{}/messages';
  if (/introduction--errors/.test(file)) return '';
  return asked(method ?? '', path ?? '');
}

test.skipIf(absent)(
  'every recorded answer of v1 and v1.1 has no key that is not made here',
  async () => {
    const recordings = (read('index.json') as readonly Recorded[]).filter(
      ({ file, kind, version = '' }) =>
        existsSync(new URL(file, folder)) && version.startsWith('v1') && ['response', 'error'].includes(kind),
    );
    expect(recordings.length).toBeGreaterThan(100);
    const operations = ['smooch-v1.1-5.34.swagger.json', 'smooch-v1-2.7.swagger.json'].flatMap(
      (file) => describedBy(file).operations,
    );
    const answers = await everyAnswer(operations);
    const gone = recordings.flatMap((recording) => {
      const recorded = read(recording.file);
      // A user is shown alike by whatever shows one.
      const question = at(recorded, 'appUser') === undefined ? questionOf(recording) : 'an app user';
      return missing([recorded], answers.get(question)).map((key) => `${recording.file}: ${key}`);
    });
    const explained = (key: string): boolean => leftOut.some(({ where }) => where.test(key));
    expect(gone.filter((key) => !explained(key))).toEqual([]);
    expect(leftOut.filter(({ where }) => !gone.some((key) => where.test(key)))).toEqual([]);
  },
  30_000,
);
