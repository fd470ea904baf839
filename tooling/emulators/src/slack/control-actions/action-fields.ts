import {
  type ControlAction,
  type Field,
  optional,
  type Read,
  type Reader,
  readObject,
  readTruth,
} from '../../frame/index.js';

/** Reads an object of any fields, an event for example. */
export const readAnyObject: Reader<Readonly<Record<string, unknown>>> = (value, name) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError(`${name} must be an object.`);
  }
  return Object.fromEntries(Object.entries(value));
};

/** An action with these fields in its body. */
export function action<Fields extends Readonly<Record<string, Field>>>(
  fields: Fields,
  run: (input: Read<Fields>) => unknown,
): ControlAction {
  return (body = {}) => run(readObject(body, 'The body', fields));
}

/** On, unless the body says `{ "on": false }`. */
export function switching(flip: (on: boolean) => void): ControlAction {
  return action({ on: optional(readTruth) }, ({ on = true }) => flip(on));
}

/** A text, which is sent as it is, or an object, which is sent as JSON. */
export const readFrame: Reader<string | Readonly<Record<string, unknown>>> = (value, name) =>
  typeof value === 'string' ? value : readAnyObject(value, name);
