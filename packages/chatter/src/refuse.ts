import { nodeBehind, type ChainNode } from './chain.js';
import { ChatterError } from './errors.js';

/** Refuses what cannot work, before anything is sent: throws `usage` / `INVALID_REQUEST`. */
export function refuse(problem: string): never {
  throw new ChatterError(`chatter: ${problem}`, {
    service: 'chatter',
    kind: 'usage',
    code: 'INVALID_REQUEST',
  });
}

/** What is behind a node; anything else is refused in the name of the function that was given it. */
export function requireNode(name: string, value: unknown): ChainNode {
  return nodeBehind(value) ?? refuse(`${name} needs a chain, such as chatter.feeds.news.me.feed_elements`);
}
