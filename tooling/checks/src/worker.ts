import { startSmoochEmulator } from '@x/emulators';
import type { Browser } from 'playwright-core';
import { bundle } from './bundle.js';
import { complaints, messageOf, verdict, type Result } from './result.js';
import { answerComplaints } from './stage.js';

const expected = {
  refused: 'usage',
  sameUser: true,
  answers: [200, 200, 401],
  heard: ['Is Smooch any good?'],
};

/**
 * Whether `@x/smooch` does the work of a server where there are web standards and nothing else, neither a document nor Node.js:
 * in a worker, as at the edge.
 */
export async function worker(chromium: Browser, folder: string, origin: string): Promise<Result> {
  const what = `@x/smooch in a worker of Chromium ${chromium.version()}`;
  const emulator = await startSmoochEmulator();
  const context = await chromium.newContext();
  try {
    const source = `
      import { session } from './smooch-worker.ts';
      onmessage = ({ data }) => session(data).then(postMessage, (error) => postMessage(String(error)));
    `;
    const { text } = await bundle(source, { folder, platform: 'browser' });
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    const answer = await page.evaluate(
      ({ script, connection }) =>
        new Promise<unknown>((resolve, reject) => {
          const there = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
          there.addEventListener('message', ({ data }) => resolve(data));
          there.addEventListener('error', ({ message }) => reject(new Error(message)));
          there.postMessage(connection);
        }),
      { script: text, connection: { baseUrl: emulator.url, ...emulator.credentials } },
    );
    if (typeof answer === 'string') return verdict(what, false, answer);
    const said = new Set(emulator.control.messages('ada@example.com').map(({ text: words }) => words));
    const missing = ['Is Smooch any good?', 'Yes!!!'].filter((words) => !said.has(words));
    return complaints(
      what,
      [...answerComplaints(expected, answer), ...missing.map((words) => `"${words}" has not arrived`)],
      'writes by v1.1 and by v2, and takes webhooks',
    );
  } catch (error) {
    return verdict(what, false, messageOf(error));
  } finally {
    await context.close();
    await emulator.close();
  }
}
