import type { ControlAction } from './http-control.js';
import {
  type Field,
  optional,
  type Read,
  type Reader,
  readObject,
  readTruth,
  UnusableInput,
} from './read-json.js';

/** An action with these fields in its body. */
export function action<Fields extends Readonly<Record<string, Field>>>(
  fields: Fields,
  run: (input: Read<Fields>) => unknown,
): ControlAction {
  return (body = {}) => run(readObject(body, 'The body', fields));
}

/** An action that switches something: on, unless the body says `{ "on": false }`. */
export function switching(flip: (on: boolean) => void): ControlAction {
  return action({ on: optional(readTruth) }, ({ on = true }) => flip(on));
}

/** Reads an object of any fields, an event for example. */
export const readAnyObject: Reader<Readonly<Record<string, unknown>>> = (value, name) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnusableInput(`${name} must be an object.`);
  }
  return Object.fromEntries(Object.entries(value));
};
