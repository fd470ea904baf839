import {
  illegalValue,
  invalidOperation,
  missingArgument,
  notFound,
  outsideRange,
  tooMany,
} from '../errors.js';
import { keyPrefix } from '../ids.js';
import {
  type ActionLinkGroup,
  actionMethods,
  actionTypes,
  executionsAllowed,
  type NewActionLink,
} from '../state/action-link.js';
import type { ChatterState } from '../state/state.js';
import type { Fields } from './fields.js';
import { readId } from './ids.js';
import { readDateField } from './read-date.js';
import type { Author } from './read-post.js';

/** So many buttons a group can have, which for the most important ones are fewer. */
const mostLinks = { Primary: 3, Overflow: 4 } as const;
const mostGroups = 10;

type NewGroup = Omit<ActionLinkGroup, 'id' | 'creatorId' | 'createdAt' | 'links'> & {
  readonly links: readonly NewActionLink[];
};

/** Reads a group of buttons that is to be. The org has no templates for them. */
export function readActionLinkGroup(fields: Fields, state: ChatterState): NewGroup {
  if (fields.hasValue('templateId')) throw notFound();
  const expiresAt = readDateField(fields, 'expirationDate');
  if (expiresAt === undefined) throw missingArgument('expirationDate');
  const category = fields.needChoice('category', ['Primary', 'Overflow'] as const);
  const links = fields.objects('actionLinks').map((link) => readLink(link, state));
  if (links.length === 0) throw missingArgument('actionLinks');
  if (links.length > mostLinks[category]) throw outsideRange('actionLinks', 1, mostLinks[category]);
  if (links.filter((link) => link.isGroupDefault).length > 1) {
    throw invalidOperation('Only one action link of a group can have groupDefault.');
  }
  return {
    category,
    executionsAllowed: fields.needChoice('executionsAllowed', executionsAllowed),
    expiresAt,
    links,
  };
}

function readLink(fields: Fields, state: ChatterState): NewActionLink {
  const type = fields.needChoice('actionType', actionTypes);
  const isForPeople = type === 'Ui' || type === 'Download';
  const method = fields.choice('method', actionMethods) ?? (isForPeople ? 'HttpGet' : undefined);
  if (method === undefined) throw missingArgument('method');
  if (isForPeople && method !== 'HttpGet') {
    throw invalidOperation(`An action link of type ${type} must have the method HttpGet.`);
  }
  const actionUrl = fields.needText('actionUrl');
  if (!/^(?:https?:\/\/.|\/)/i.test(actionUrl)) throw illegalValue('actionUrl', actionUrl);
  return {
    labelKey: fields.needText('labelKey'),
    type,
    method,
    actionUrl,
    headers: fields
      .objects('headers')
      .map((header) => ({ name: header.needText('name'), value: header.text('value') ?? '' })),
    requestBody: fields.text('requestBody') ?? null,
    requiresConfirmation: fields.boolean('requiresConfirmation') ?? false,
    isGroupDefault: fields.boolean('groupDefault') ?? false,
    userId: readUser(fields, 'userId', state),
    excludedUserId: readUser(fields, 'excludedUserId', state),
  };
}

function readUser(fields: Fields, name: string, state: ChatterState): string | null {
  const given = fields.text(name);
  if (given === undefined) return null;
  const id = readId(given, keyPrefix.user);
  if (!state.users.has(id)) throw notFound();
  return id;
}

/** The groups that a post is to have: up to ten of its author's own, one of them primary, none on another post. */
export function readActionLinkGroupIds(given: readonly string[], { state, user }: Author): string[] {
  if (given.length > mostGroups) throw tooMany('actionLinkGroupIds', mostGroups);
  const groups = given.map((id) => {
    const group = state.actionLinkGroups.get(readId(id, keyPrefix.actionLinkGroup));
    if (group?.creatorId !== user.id) throw notFound();
    return group;
  });
  if (groups.filter((group) => group.category === 'Primary').length > 1) {
    throw invalidOperation('A post can have one primary action link group.');
  }
  const ids = groups.map((group) => group.id);
  const isTaken = [...state.posts.values()].some((post) =>
    post.actionLinkGroupIds.some((id) => ids.includes(id)),
  );
  if (isTaken) throw invalidOperation('An action link group can be on one post only.');
  return ids;
}
