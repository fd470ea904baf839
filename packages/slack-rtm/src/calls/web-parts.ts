import { refuseArgument } from '../errors.js';
import type { SlackWebOptions } from '../options.js';
import type { SendCallBy } from '../pace/paced-calls.js';

/** What a Web API was made of. */
export interface WebParts {
  readonly options: SlackWebOptions;
  /** Calls a method as the Web API does, over another HTTP. */
  readonly call: SendCallBy;
}

const known = /* @__PURE__ */ new WeakMap<object, WebParts>();

/** Remembers what a Web API was made of, for functions that do more than call a method. */
export function keepParts<Web extends object>(web: Web, parts: WebParts): Web {
  known.set(web, parts);
  return web;
}

/** What is behind a Web API; anything else is refused. */
export function partsOf(web: object): WebParts {
  return known.get(web) ?? refuseArgument('web', 'what createSlackWeb made, or the web of a live client');
}
