import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startStackExchangeEmulator } from '@x/emulators';
import type { Browser } from 'playwright-core';
import { bundle, type Platform } from './bundle.js';
import { complaints, messageOf, verdict, type Result } from './result.js';
import { root } from './root.js';

/** A page, and as what it is read. */
interface ParsePage {
  readonly kind: string;
  readonly name: string;
  readonly html: string;
}

/** What the parse suite of the package offers, made for a platform. */
interface ParseSuite {
  /** Captured pages by kind and name; those that are no more than a piece of a page say so. */
  readonly captured: readonly { readonly kind: string; readonly page: string; readonly isPiece: boolean }[];
  readonly emulated: readonly (readonly [kind: string, address: string])[];
  /** What is read of pages, field by field. */
  read(pages: readonly ParsePage[]): readonly string[];
  /** What is read otherwise of captured pages than is known of them. */
  check(texts: Readonly<Record<string, string>>): readonly string[];
}

const workspace = join(root, 'packages/chatexchange');
/** Pages of the service, which are kept beside the repository. */
const recorded = join(root, '../shared/fixtures/chatexchange');

/** Whether the parsers of chat pages read the same in a browser, with its own reader of HTML, as in Node.js. */
export async function parsers(chromium: Browser, origin: string): Promise<Result> {
  const what = `the parsers of @x/chatexchange in Chromium ${chromium.version()}`;
  const emulators = await Promise.all([
    startStackExchangeEmulator(),
    startStackExchangeEmulator({ replyMarkup: '2018', presence: 'script', legacyReplies: true }),
  ]);
  const context = await chromium.newContext();
  try {
    const here = await suiteHere();
    const texts = await readRecorded(here);
    const pages = [
      ...here.captured.flatMap(({ kind, page, isPiece }) =>
        isPiece || texts[page] === undefined ? [] : [{ kind, name: page, html: texts[page] }],
      ),
      ...(await Promise.all(emulators.map((emulator) => fetchPages(here, emulator)))).flat(),
    ];
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    await page.addScriptTag({ content: `(() => { 'use strict'; ${await bundleSuite('browser')} })();` });
    const there = await page.evaluate(
      (given) => {
        const { suite } = globalThis as unknown as { readonly suite: ParseSuite };
        return {
          read: suite.read(given.pages),
          wrong: Object.keys(given.texts).length === 0 ? [] : suite.check(given.texts),
        };
      },
      { pages, texts },
    );
    const differences = here
      .read(pages)
      .flatMap((line, index) =>
        line === there.read[index] ? [] : [difference(line, there.read[index] ?? '')],
      );
    const count = Object.keys(texts).length;
    return complaints(
      what,
      [...there.wrong, ...differences],
      `read ${pages.length} pages as in Node.js, ${count === 0 ? 'none' : count} of them captured`,
    );
  } catch (error) {
    return verdict(what, false, messageOf(error));
  } finally {
    await context.close();
    await Promise.all(emulators.map((emulator) => emulator.close()));
  }
}

/** The suite with the reader of HTML that the platform has; it is put where everybody finds it. */
async function bundleSuite(platform: Platform): Promise<string> {
  const reader = platform === 'browser' ? 'html.web' : 'html.node';
  const source = `
    import { checkCases, emulatedPages, parseCases, readPages } from './test/parse-suite.ts';
    import { parseHtml } from './src/platform/${reader}.ts';
    globalThis.suite = {
      captured: parseCases.map(({ kind, page, complete }) => ({ kind, page, isPiece: complete !== undefined })),
      emulated: emulatedPages,
      read: (pages) => readPages(parseHtml, pages),
      check: (texts) => checkCases(parseHtml, (page) => texts[page]),
    };
  `;
  return (await bundle(source, { folder: workspace, platform })).text;
}

async function suiteHere(): Promise<ParseSuite> {
  const holder = globalThis as { suite?: ParseSuite };
  await import(`data:text/javascript,${encodeURIComponent(await bundleSuite('node'))}`);
  const { suite } = holder;
  delete holder.suite;
  if (suite === undefined) throw new Error('the suite of the parsers has not come');
  return suite;
}

/** Nothing when there are no captured pages: they are not part of the repository. */
async function readRecorded({ captured }: ParseSuite): Promise<Readonly<Record<string, string>>> {
  if (!existsSync(recorded)) return {};
  const names = [...new Set(captured.map(({ page }) => page))];
  const texts = await Promise.all(names.map((name) => readFile(join(recorded, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

async function fetchPages(
  { emulated }: ParseSuite,
  { url, credentials, control }: Awaited<ReturnType<typeof startStackExchangeEmulator>>,
): Promise<ParsePage[]> {
  const { roomId } = credentials;
  const [first] = control.messages(roomId);
  const { id: parent = 0, userId: user = 0 } = first ?? {};
  const message = control.say(roomId, user, 'a **reply** to &lt;it&gt;', { replyTo: parent });
  return Promise.all(
    emulated.map(async ([kind, address]) => {
      const values: Readonly<Record<string, number>> = { room: roomId, user, message };
      const name = address.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
      return { kind, name, html: await (await fetch(url + name)).text() };
    }),
  );
}

/** Where two lines part, with a little of what is around it. */
function difference(here: string, there: string): string {
  const name = here.slice(0, here.indexOf(':'));
  let at = 0;
  while (at < here.length && here[at] === there[at]) at += 1;
  const around = (line: string): string => JSON.stringify(line.slice(Math.max(0, at - 20), at + 40));
  return `${name}: ${around(there)} and not ${around(here)}`;
}
