import type { Http } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import type { SlackWebOptions } from '../options.js';

/** What a Web API was made of. */
export interface WebParts {
  readonly http: Http;
  readonly options: SlackWebOptions;
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
