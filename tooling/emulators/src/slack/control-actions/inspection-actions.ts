import {
  action,
  type ControlAction,
  describeRequest,
  frameFaultFields,
  frameFaultOf,
  listOf,
  needed,
  oneOf,
  optional,
  type Reader,
  readAnyObject,
  readFault,
  readObject,
  readText,
  readTimes,
  readTruth,
  readWholeNumber,
} from '../../frame/index.js';
import type { SlackControl } from '../control.js';
import type { CallFailure } from '../inspection/failures.js';
import type { SlackSnapshot } from '../inspection/inspection.js';
import { readFrame } from './action-fields.js';
import { cutField } from './cut-field.js';

const socketFields = {
  connectionId: optional(readText),
  kind: optional(oneOf('rtm', 'socket mode')),
  token: optional(readText),
  userId: optional(readText),
  appId: optional(readText),
};
const frameFields = {
  connectionId: optional(readText),
  kind: optional(oneOf('rtm', 'socket mode')),
  from: optional(oneOf('client', 'emulator')),
  type: optional(readText),
  contains: optional(readText),
  values: optional(readAnyObject),
};
const callFields = { method: optional(readText), path: optional(readText), token: optional(readText) };
const patience = { timeoutMs: optional(readWholeNumber), fresh: optional(readTruth) };
const capturedFields = { at: needed(readWholeNumber), frame: needed(readAnyObject) };

const readSocket: Reader<Parameters<SlackControl['sendRaw']>[0]> = (value, name) =>
  readObject(value, name, socketFields);

/** What can be seen of the emulator, and what can be made of it, over HTTP. */
export function inspectionActions(control: SlackControl): Readonly<Record<string, ControlAction>> {
  const snapshots: SlackSnapshot[] = [];
  return {
    world: () => control.world(),
    frames: action(frameFields, (filter) => control.frames(filter)),
    requests: action(callFields, (filter) => control.calls(filter).map(describeRequest)),
    'wait-for-connection': action({ ...socketFields, ...patience }, ({ timeoutMs, fresh, ...selector }) =>
      control.waitForConnection(selector, given({ timeoutMs, fresh })),
    ),
    'wait-for-frame': action({ ...frameFields, ...patience }, ({ timeoutMs, fresh, ...filter }) =>
      control.waitForFrame(filter, given({ timeoutMs, fresh })),
    ),
    'wait-for-request': action({ ...callFields, ...patience }, async ({ timeoutMs, fresh, ...filter }) =>
      describeRequest(await control.waitForRequest(filter, given({ timeoutMs, fresh }))),
    ),
    'send-raw': action({ to: optional(readSocket), data: needed(readFrame) }, ({ to = {}, data }) => ({
      sent: control.sendRaw(to, data),
    })),
    disconnect: action(
      {
        ...socketFields,
        how: optional(cutField.read),
        code: optional(readWholeNumber),
        graceMs: optional(readWholeNumber),
      },
      ({ how, code, graceMs, ...selector }) => ({
        ended: control.disconnect(selector, given({ how, code, graceMs })),
      }),
    ),
    'expire-addresses': () => control.expireAddresses(),
    replay: action(
      {
        folder: optional(readText),
        frames: optional(listOf((value, name) => readObject(value, name, capturedFields))),
        spacing: optional(oneOf('original', 'at once')),
        to: optional(readSocket),
      },
      ({ folder, frames = [], ...options }) => control.replay(folder ?? frames, options),
    ),
    snapshot: () => ({ id: snapshots.push(control.snapshot()) }),
    restore: action({ id: needed(readWholeNumber) }, ({ id }) => {
      const snapshot = snapshots[id - 1];
      if (snapshot === undefined) throw new RangeError(`There is no snapshot ${id}.`);
      control.restore(snapshot);
    }),
    reset: () => control.reset(),
    fail: action(
      {
        call: optional(readCallFailure),
        handshake: optional(readFault),
        frame: optional((value, name) => frameFaultOf(readObject(value, name, frameFaultFields))),
        method: optional(readText),
        path: optional(readText),
        token: optional(readText),
        type: optional(readText),
        contains: optional(readText),
        connectionId: optional(readText),
        times: optional(readTimes),
        skip: optional(readWholeNumber),
      },
      ({ call, handshake, frame, ...which }) => {
        if (call !== undefined) control.fail({ ...which, call });
        else if (handshake !== undefined) control.fail({ ...which, handshake });
        else if (frame !== undefined) control.fail({ ...which, frame });
        else throw new RangeError('A rule needs "call", "handshake" or "frame".');
      },
    ),
    heal: () => control.heal(),
    'rate-limit': action(
      {
        method: needed(readText),
        perMinute: optional(readWholeNumber),
        burst: optional(readWholeNumber),
        retryAfterSeconds: optional(readWholeNumber),
        times: optional(readTimes),
      },
      ({ method, perMinute, burst, retryAfterSeconds, times }) => {
        if (retryAfterSeconds !== undefined) {
          control.rateLimit(method, { retryAfterSeconds, ...given({ times }) });
        } else {
          control.rateLimit(
            method,
            perMinute === undefined ? undefined : { perMinute, burst: burst ?? perMinute },
          );
        }
      },
    ),
    revoke: action({ token: needed(readText) }, ({ token }) => control.revoke(token)),
  };
}

/** Reads what goes wrong with a call: what the frame knows, or one of Slack's own. */
const readCallFailure: Reader<CallFailure> = (value, name) => {
  const { kind } = readAnyObject(value, name);
  if (kind === 'refusal') {
    const fields = {
      kind: needed(oneOf('refusal')),
      error: needed(readText),
      details: optional(readAnyObject),
    };
    return readObject(value, name, fields);
  }
  if (kind === 'ratelimited') {
    return readObject(value, name, { kind: needed(oneOf('ratelimited')), retryAfter: optional(readText) });
  }
  if (kind === 'redirect') {
    const fields = {
      kind: needed(oneOf('redirect')),
      location: needed(readText),
      status: optional(readWholeNumber),
    };
    return readObject(value, name, fields);
  }
  return readFault(value, name);
};

/** Without what was not given. */
function given<Options extends object>(
  options: Options,
): { [Name in keyof Options]?: NonNullable<Options[Name]> } {
  const present = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [Name in keyof Options]?: NonNullable<Options[Name]> };
}
