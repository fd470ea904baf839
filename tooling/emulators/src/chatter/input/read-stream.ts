import { outsideRange, tooLong } from '../errors.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import type { Fields } from './fields.js';
import { readFollowed } from './read-followed.js';
import type { Input } from './read-input.js';

/** What somebody says about a stream, new or not. What is not said is not there. */
export interface StreamChanges {
  readonly name?: string;
  readonly description?: string | null;
  readonly toAdd: readonly string[];
  readonly toRemove: readonly string[];
}

const longestName = 120;
const longestDescription = 1_000;
const mostEntities = 25;

/** Reads a Chatter Stream Input, or the same as flat parameters. */
export function readStreamChanges(
  { fields }: Input,
  caller: { readonly user: User; readonly state: ChatterState },
): StreamChanges {
  const name = fields.hasValue('name') ? fields.needText('name') : undefined;
  const description = fields.text('description') || null;
  if (name !== undefined && name.length > longestName) throw tooLong('name', longestName);
  if (description !== null && description.length > longestDescription) {
    throw tooLong('description', longestDescription);
  }
  return {
    ...(name !== undefined && { name }),
    ...(fields.has('description') && { description }),
    toAdd: readEntities(fields, 'subscriptionsToAdd', caller),
    toRemove: readEntities(fields, 'subscriptionsToRemove', caller),
  };
}

/** A stream is made of so many entities at most. */
export function checkStreamSize(entityIds: ReadonlySet<string>): void {
  if (entityIds.size > mostEntities) throw outsideRange('subscriptions', 0, mostEntities);
}

/** The guide's table has a list; its example has the list in an object. */
function readEntities(
  fields: Fields,
  name: string,
  caller: { readonly user: User; readonly state: ChatterState },
): string[] {
  const raw = fields.raw(name);
  const isWrapped = typeof raw === 'object' && !Array.isArray(raw);
  const list = isWrapped ? (fields.object(name)?.objects('subscriptions') ?? []) : fields.objects(name);
  if (list.length > mostEntities) throw outsideRange(name, 0, mostEntities);
  return list.map((item) => readFollowed(item.needText('entityId'), caller));
}
