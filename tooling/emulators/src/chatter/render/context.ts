import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';

/** For whom, where and when something is rendered. */
export interface RenderContext {
  readonly version: number;
  /** Scheme, host and port by which this server was reached; pictures have absolute URLs. */
  readonly origin: string;
  readonly viewer: User;
  readonly state: ChatterState;
  readonly now: number;
}

/** A server-relative URL in the version of the request, as every URL of an answer is. */
export function resourceUrl(context: Pick<RenderContext, 'version'>, path: string): string {
  return `/services/data/v${context.version}.0${path}`;
}

/** `2020-09-18T13:35:44.000Z` */
export function isoDate(time: number): string {
  return new Date(time).toISOString();
}
