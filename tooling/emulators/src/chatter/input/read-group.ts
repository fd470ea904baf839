import { invalidOperation, notFound, tooLong } from '../errors.js';
import { keyPrefix } from '../ids.js';
import type { Group, GroupVisibility } from '../state/group.js';
import type { ChatterState } from '../state/state.js';
import type { Fields } from './fields.js';
import { readId } from './ids.js';
import type { Input } from './read-input.js';

/** What somebody says about a group, new or not. What is not said is not there. */
export interface GroupChanges {
  readonly name?: string;
  readonly visibility?: GroupVisibility;
  readonly description?: string | null;
  readonly canHaveChatterGuests?: boolean;
  readonly isArchived?: boolean;
  readonly isAutoArchiveDisabled?: boolean;
  readonly isBroadcast?: boolean;
  readonly information?: Group['information'];
  readonly ownerId?: string;
}

export const groupVisibilities: readonly GroupVisibility[] = ['PublicAccess', 'PrivateAccess', 'Unlisted'];

const switches = ['canHaveChatterGuests', 'isArchived', 'isAutoArchiveDisabled', 'isBroadcast'] as const;
const longestTitle = 240;
const longestText = 4_000;

/** Reads a Group Input, or the same as flat parameters. */
export function readGroupChanges({ fields, isJson }: Input, state: ChatterState): GroupChanges {
  const name = fields.hasValue('name') ? fields.needText('name') : undefined;
  const visibility = fields.choice('visibility', groupVisibilities);
  const information = isJson ? fields.object('information') : fields;
  return {
    ...(name !== undefined && { name }),
    ...(visibility !== undefined && { visibility }),
    ...(fields.has('description') && { description: fields.text('description') || null }),
    ...readSwitches(fields),
    ...(information !== undefined && readInformation(information, isJson)),
    ...(fields.hasValue('owner') && { ownerId: readOwner(fields.needText('owner'), state) }),
  };
}

function readSwitches(fields: Fields): GroupChanges {
  const given = switches.filter((name) => fields.hasValue(name));
  return Object.fromEntries(given.map((name) => [name, fields.needBoolean(name)]));
}

/** The title and the text of the information beside a group. As parameters they have longer names. */
function readInformation(fields: Fields, isJson: boolean): GroupChanges {
  const titleName = isJson ? 'title' : 'informationTitle';
  const textName = isJson ? 'text' : 'informationText';
  if (!fields.has(titleName) && !fields.has(textName)) return {};
  const title = fields.text(titleName) || null;
  const text = fields.text(textName) || null;
  if (title !== null && title.length > longestTitle) throw tooLong(titleName, longestTitle);
  if (text !== null && text.length > longestText) throw tooLong(textName, longestText);
  return { information: title === null && text === null ? null : { title, text } };
}

function readOwner(given: string, state: ChatterState): string {
  const owner = state.users.get(readId(given, keyPrefix.user));
  if (owner === undefined) throw notFound();
  if (!owner.isActive) throw invalidOperation('A user who is not active cannot own a group.');
  return owner.id;
}
