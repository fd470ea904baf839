import {
  type ControlAction,
  needed,
  oneOf,
  optional,
  readObject,
  readText,
  readTruth,
  readWholeNumber,
} from '../frame/index.js';
import { distortions } from './distortions.js';
import type { ChatterControl } from './options.js';

/** The strings that set up the org, over HTTP. A limit that is left out is lifted. */
export function orgActions(
  control: Pick<ChatterControl, 'hourlyLimit' | 'dailyLimit' | 'allowOrigin' | 'distortAnswers'>,
): Readonly<Record<string, ControlAction>> {
  return {
    'hourly-limit': (body) => control.hourlyLimit(readCalls(body)),
    'daily-limit': (body) => control.dailyLimit(readCalls(body)),
    'allow-origin'(body) {
      const fields = { origin: needed(readText), oauth: optional(readTruth) };
      const { origin, oauth = false } = readObject(body, 'The body', fields);
      control.allowOrigin(origin, { oauth });
    },
    'distort-answers'(body) {
      const fields = { distortion: needed(oneOf(...distortions)), on: optional(readTruth) };
      const { distortion, on = true } = readObject(body, 'The body', fields);
      control.distortAnswers(distortion, on);
    },
  };
}

function readCalls(body: unknown = {}): number | undefined {
  return readObject(body, 'The body', { calls: optional(readWholeNumber) }).calls;
}
