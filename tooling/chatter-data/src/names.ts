import { addedBodyTypes } from './corrections/additions.js';
import { unionMembers } from './corrections/types.js';
import { rawBodyTypes } from './raw.js';

function spelling(text: string): string {
  return text.replaceAll(/[^a-z\d]/gi, '').toLowerCase();
}

const names = new Map(
  [...Object.keys(rawBodyTypes), ...Object.keys(addedBodyTypes), ...Object.keys(unionMembers)].map((name) => [
    spelling(name),
    name,
  ]),
);

/** The name of a body type, or of a union, by a title or a name in any spelling: `Feed Element Page`, `Group information`. */
export function findName(title: string): string | undefined {
  return names.get(spelling(title));
}
