import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { browserStages, type BrowserStage } from './browser-stages.js';
import { bundle, type Bundle } from './bundle.js';
import { chromiumPath, launchChromium } from './chromium.js';
import { startPageServer } from './page-server.js';
import { parsers } from './parsers.js';
import type { Repository } from './repository.js';
import { complaints, messageOf, skipped, verdict, type Result } from './result.js';
import { root } from './root.js';
import { formatBytes } from './size-ceiling.js';
import { answerComplaints } from './stage.js';
import { worker } from './worker.js';

/** Used by the others, and nothing that a page would use by itself. */
const core = '@x/http-core';

/** How long a session may take that has next to nothing to do. */
const limitMs = 20_000;

/**
 * Whether each client, bundled for browsers, does its work in a page of Chromium, that of Smooch in a worker as well, and chat pages
 * are read there as elsewhere.
 *
 * @yields an item for each client, one for the worker, and one for the parsers
 */
export async function* browser(repository: Repository): AsyncGenerator<Result, void, undefined> {
  const path = chromiumPath(process.env);
  if (path === undefined) {
    yield skipped('no Chromium; install one or set CHROMIUM to its path', '');
    return;
  }
  const consumer = await repository.consumer();
  const folder = await consumer.folderFor('browser');
  await cp(join(root, 'tooling/checks/sessions/browser'), folder, { recursive: true });
  const pages = await startPageServer();
  const chromium = await launchChromium(path).catch((error: unknown) => {
    pages.close();
    throw error;
  });
  try {
    for (const { name, entries } of repository.packages.filter((workspace) => workspace.name !== core)) {
      const start = browserStages[name];
      if (start === undefined) yield verdict(name, false, 'nobody has said what a page does with it');
      else if (!entries.every(({ built }) => built)) yield skipped(name, 'not built');
      else yield await perform(name, { folder, chromium, origin: pages.origin, start });
    }
    yield await worker(chromium, folder, pages.origin);
    yield await parsers(chromium, pages.origin);
  } finally {
    await chromium.close();
    pages.close();
  }
}

interface Surroundings {
  readonly folder: string;
  readonly chromium: Browser;
  /** Of the page that is not the service's own. */
  readonly origin: string;
  readonly start: (origin: string) => Promise<BrowserStage>;
}

async function perform(name: string, { folder, chromium, origin, start }: Surroundings): Promise<Result> {
  const what = `${name} in Chromium ${chromium.version()}`;
  const source = `import { session } from './${basename(name)}.ts';\nglobalThis.session = session;\n`;
  let made: Bundle;
  try {
    made = await bundle(source, { folder, platform: 'browser' });
  } catch (error) {
    return verdict(what, false, messageOf(error));
  }
  const stage = await start(origin);
  try {
    const began = performance.now();
    const found = await play(stage, made.text, origin, chromium);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    return complaints(what, found, `its session of ${formatBytes(made.gzipped)} ends after ${seconds} s`);
  } catch (error) {
    return verdict(what, false, messageOf(error));
  } finally {
    await stage.close();
  }
}

/** Opens a page, puts the bundle into it and lets it do its work. */
async function play(
  stage: BrowserStage,
  script: string,
  origin: string,
  chromium: Browser,
): Promise<string[]> {
  // Each session has cookies and a cache of its own.
  const context = await chromium.newContext();
  context.setDefaultTimeout(limitMs);
  const limit = setTimeout(
    () => void context.close({ reason: `takes more than ${limitMs / 1000} s` }),
    limitMs,
  );
  try {
    const page = await context.newPage();
    const loud: string[] = [];
    page.on('pageerror', ({ message }) => loud.push(`nobody has caught "${message}"`));
    await page.goto(stage.address ?? `${origin}/`);
    await stage.prepare?.(page);
    await page.addScriptTag({ content: `(() => { 'use strict'; ${script} })();` });
    const answer = await page.evaluate(
      (connection) =>
        (globalThis as unknown as { session: (given: typeof connection) => unknown }).session(connection),
      stage.connection,
    );
    return [...answerComplaints(stage.answer, answer), ...loud, ...stage.complaints()];
  } finally {
    clearTimeout(limit);
    await context.close();
  }
}
