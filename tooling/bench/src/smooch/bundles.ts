import { join } from 'node:path';
import { bundle } from '@x/checks/bundle';
import { peersFolder } from '../peers.js';

/** Bytes that a page loads, minified and compressed. */
export interface Weight {
  /** With all that is imported on demand. */
  readonly whole: number;
  /** Before a program can begin. */
  readonly atOnce: number;
}

const uses = {
  createSmooch: `import { createSmooch } from '@x/smooch';
export const say = (options, id, text) => createSmooch(options).postMessage(id, text);
`,
  createSunshine: `import { createSunshine, messages } from '@x/smooch/v2';
export const say = (options, id, text) => messages(createSunshine(options)).sendText(id, text);
`,
  createWebhookHandler: `export { createWebhookHandler } from '@x/smooch/webhooks';
`,
  jwtForUser: `export { jwtForUser } from '@x/smooch/jwt';
`,
} as const;

/** What of ours is weighed. */
export type Weighed = keyof typeof uses;

/** Weighs what of ours is used alone: a client with one call, or a function. */
export async function weigh(name: Weighed): Promise<Weight> {
  const options = { folder: join(import.meta.dirname, '..'), platform: 'browser' } as const;
  const [whole, atOnce] = await Promise.all([
    bundle(uses[name], options),
    bundle(uses[name], { ...options, split: true }),
  ]);
  return { whole: whole.gzipped, atOnce: atOnce.gzipped };
}

/**
 * Weighs one call of the service's client of v2. It asks for a module of Node.js that bundlers do not put into pages, which is
 * left out; the client of v1.1 asks for so many that it is of no use in a page.
 */
export async function weighSunshineClient(): Promise<number> {
  const source = `import { ApiClient, MessagesApi } from 'sunshine-conversations-client';
export const say = (id, conversation, message) => new MessagesApi(new ApiClient()).postMessage(id, conversation, message);
`;
  const { gzipped } = await bundle(source, {
    folder: peersFolder,
    platform: 'browser',
    external: ['querystring'],
  });
  return gzipped;
}
