// Reads a page by each contender in turn, and says what every round took.
import { load } from 'cheerio/slim';
import type { Reader, ReadTask, Times } from '../../chatexchange/task.js';
import { ownModule } from './own-module.js';

process.once('message', (task: ReadTask) => void measure(task).then((times) => process.send?.(times)));

async function measure({ transcript, rounds, pages }: ReadTask): Promise<Times<Reader>> {
  const { parseHtml } = await ownModule<{ parseHtml: (html: string) => object }>('platform/html.node.js');
  const { parseTranscript } = await ownModule<{
    parseTranscript: (page: object) => { readonly messages: readonly object[] };
  }>('parse/transcript.js');
  const readers: Readonly<Record<Reader, () => number>> = {
    cheerio: () => load(transcript, { xml: { xmlMode: false, decodeEntities: true } }).root().length,
    '@x/chatexchange': () => parseTranscript(parseHtml(transcript)).messages.length,
  };
  const times: Record<Reader, number[]> = { cheerio: [], '@x/chatexchange': [] };
  const warmUps = 3;
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [reader, read] of Object.entries(readers) as [Reader, () => number][]) {
      globalThis.gc?.();
      const began = performance.now();
      for (let page = 0; page < pages; page += 1) read();
      if (round >= 0) times[reader].push((performance.now() - began) / pages);
    }
  }
  return times;
}
