import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Linux distributions and Google put it. */
const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Where Chromium is; `undefined` when nobody says and it is not where it usually is. What `CHROMIUM` says is taken as it
 * is: who sets it wants a browser, and a wrong path must not pass for a machine without one.
 */
export function chromiumPath(
  environment: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const said = environment['CHROMIUM'];
  return said === undefined || said === '' ? usualPlaces.find((path) => exists(path)) : said;
}

/** Starts Chromium without a window, in a way that works in containers and asks nobody outside for anything. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
