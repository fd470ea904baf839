import {
  type ControlAction,
  needed,
  oneOf,
  optional,
  readObject,
  readPath,
  readText,
  readTimes,
  readTruth,
  readWholeNumber,
} from '../frame/index.js';
import { distortions } from './distort.js';
import type { ChatterControl } from './options.js';
import { maintenanceTypes } from './state/maintenance.js';

const planFields = {
  type: optional(oneOf(...maintenanceTypes)),
  title: optional(readText),
  description: optional(readText),
  from: needed(readWholeNumber),
  to: needed(readWholeNumber),
  downtimeFrom: optional(readWholeNumber),
  downtimeTo: optional(readWholeNumber),
  toldFrom: optional(readWholeNumber),
};

const linkFields = {
  url: needed(readText),
  title: needed(readText),
  description: optional(readText),
  thumbnailUrl: optional(readText),
  providerUrl: optional(readText),
  frameSource: optional(readText),
  width: optional(readWholeNumber),
  height: optional(readWholeNumber),
  type: optional(oneOf('Link', 'Photo', 'Rich', 'Video')),
};

/** The strings that set up the org, over HTTP. A limit that is left out is lifted. */
export function orgActions(
  control: Pick<
    ChatterControl,
    | 'addLinkMetadata'
    | 'addUser'
    | 'hourlyLimit'
    | 'dailyLimit'
    | 'allowOrigin'
    | 'distortAnswers'
    | 'planMaintenance'
  >,
): Readonly<Record<string, ControlAction>> {
  return {
    'add-link-metadata'(body) {
      const { url, ...metadata } = readObject(body, 'The metadata', linkFields);
      control.addLinkMetadata(url, metadata);
    },
    'add-user'(body) {
      const fields = { firstName: needed(readText), lastName: needed(readText) };
      const { firstName, lastName } = readObject(body, 'The body', fields);
      return control.addUser(firstName, lastName);
    },
    'hourly-limit': (body) => control.hourlyLimit(readCalls(body)),
    'daily-limit': (body) => control.dailyLimit(readCalls(body)),
    'allow-origin'(body) {
      const fields = { origin: needed(readText), oauth: optional(readTruth) };
      const { origin, oauth = false } = readObject(body, 'The body', fields);
      control.allowOrigin(origin, { oauth });
    },
    'plan-maintenance': (body) => control.planMaintenance(readObject(body, 'The plan', planFields)),
    'distort-answers'(body) {
      const {
        distortion,
        on = true,
        ...rule
      } = readObject(body, 'The body', {
        distortion: needed(oneOf(...distortions)),
        on: optional(readTruth),
        path: optional(readPath),
        times: optional(readTimes),
        skip: optional(readWholeNumber),
      });
      control.distortAnswers(distortion, on && rule);
    },
  };
}

function readCalls(body: unknown = {}): number | undefined {
  return readObject(body, 'The body', { calls: optional(readWholeNumber) }).calls;
}
