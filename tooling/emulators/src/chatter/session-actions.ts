import {
  type ControlAction,
  oneOf,
  optional,
  readObject,
  readText,
  readWholeNumber,
} from '../frame/index.js';
import type { ChatterControl } from './options.js';

/** The strings that end or stop sessions, over HTTP. */
export function sessionActions(
  control: Pick<ChatterControl, 'expireSessions' | 'refuseSessions'>,
): Readonly<Record<string, ControlAction>> {
  return {
    'expire-sessions': (body = {}) => {
      const filter = readObject(body, 'The filter', {
        userId: optional(readText),
        generation: optional(readWholeNumber),
      });
      control.expireSessions(filter);
    },
    'refuse-sessions': (body = {}) => {
      const { reason } = readObject(body, 'The body', { reason: optional(oneOf('agent', 'rest')) });
      control.refuseSessions(reason);
    },
  };
}
