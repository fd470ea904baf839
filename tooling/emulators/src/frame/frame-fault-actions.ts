import { action } from './actions.js';
import { readTimes } from './control-input.js';
import type { FrameFault, FrameFaults } from './frame-faults.js';
import type { ControlAction } from './http-control.js';
import { needed, oneOf, optional, type Read, readText, readWholeNumber } from './read-json.js';

/** What tells a fault of a WebSocket message in JSON. */
export const frameFaultFields = {
  kind: needed(
    oneOf<FrameFault['kind']>('lose', 'duplicate', 'swap', 'delay', 'garble', 'insert', 'replace', 'cut'),
  ),
  /** For `delay`. Default 0. */
  ms: optional(readWholeNumber),
  /** For `insert` and `replace`. Default: an empty message. */
  text: optional(readText),
  /** For `cut`. */
  how: optional(oneOf('close', 'reset', 'half')),
};

/** The fault that was told. */
export function frameFaultOf({ kind, ms = 0, text = '', how }: Read<typeof frameFaultFields>): FrameFault {
  switch (kind) {
    case 'delay':
      return { kind, ms };
    case 'insert':
    case 'replace':
      return { kind, text };
    case 'cut':
      return how === undefined ? { kind } : { kind, how };
    case 'lose':
    case 'duplicate':
    case 'swap':
    case 'garble':
    default:
      return { kind };
  }
}

/** Spoils WebSocket messages, over HTTP. */
export function frameFaultActions(faults: FrameFaults): Readonly<Record<string, ControlAction>> {
  return {
    'frame-faults': action(
      {
        ...frameFaultFields,
        /** What a message must hold to be spoilt. */
        contains: optional(readText),
        times: optional(readTimes),
        skip: optional(readWholeNumber),
      },
      ({ contains, times, skip, ...told }) => {
        faults.add({
          fault: frameFaultOf(told),
          ...(contains === undefined ? {} : { match: (text: string) => text.includes(contains) }),
          ...(times === undefined ? {} : { times }),
          ...(skip === undefined ? {} : { skip }),
        });
      },
    ),
    'clear-frame-faults': action({}, () => faults.clear()),
  };
}
