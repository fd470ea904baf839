import {
  type Field,
  listOf,
  needed,
  optional,
  readObject,
  readTruth,
  readWholeNumber,
  readAnyObject,
} from '../../frame/index.js';
import { defaultSwitches, type SlackSwitches } from '../switches.js';

const floodFields = {
  perSecond: needed(readWholeNumber),
  burst: needed(readWholeNumber),
  patience: needed(readWholeNumber),
};

/** Those that are switched off by being undefined, for which JSON has `null`. */
const absentByDefault = {
  historyDays: optional(orNull(readWholeNumber)),
  deadTicketStatus: optional(orNull(readWholeNumber)),
  connectionsPerToken: optional(orNull(readWholeNumber)),
  idleTimeoutMs: optional(orNull(readWholeNumber)),
  flood: optional(orNull((value, name) => readObject(value, name, floodFields))),
  noticeFlood: optional(orNull((value, name) => readObject(value, name, floodFields))),
};

/** Reads changes of switches, each as the kind of value that it has by default. */
export function readSwitches(body: unknown): Partial<SlackSwitches> {
  const fields: Record<string, Field> = { ...absentByDefault };
  for (const [name, value] of Object.entries(defaultSwitches())) {
    if (typeof value === 'boolean') fields[name] = optional(readTruth);
    else if (typeof value === 'number') fields[name] = optional(readWholeNumber);
    else if (Array.isArray(value)) fields[name] = optional(listOf(readWholeNumber));
  }
  return readObject(readAnyObject(body, 'The body'), 'The body', fields);
}

function orNull<Value>(
  read: (value: unknown, name: string) => Value,
): (value: unknown, name: string) => Value | undefined {
  return (value, name) => (value === null ? undefined : read(value, name));
}
