import { bodyUnreadable, missingArgument, noAccess } from '../../errors.js';
import type { Fields } from '../../input/fields.js';
import type { JsonObject } from '../../render/json.js';
import { render } from '../../render/render.js';
import { type Group, join, membershipOf } from '../../state/group.js';
import { manages } from '../../state/permissions.js';
import type { Resource } from '../../tables.js';
import type { Answer, Call, Handlers } from '../call.js';
import { groupOf } from './group-of.js';

/** The guide prints the address with the word `group` in it twice, which no other has; the plain one is answered, too. */
export const plainInviteResource: Resource = {
  method: 'POST',
  template: '/chatter/groups/{groupId}/invite',
  since: 39,
  until: Infinity,
  community: 'never',
  requiresChatter: true,
  parameters: [],
};

export const inviteHandlers: Handlers = {
  'POST /chatter/groups/group/{groupId}/invite': invite,
  'POST /chatter/groups/{groupId}/invite': invite,
};

/** Members invite to a public group, and those who run it to any other. */
async function invite(call: Call): Promise<Answer> {
  const { state, user, context } = call;
  const group = groupOf(call);
  const isMember = membershipOf(state, group.id, user.id) !== undefined;
  const mayInvite = group.visibility === 'PublicAccess' ? isMember : manages(state, group.id, user.id);
  if (!mayInvite) throw noAccess();
  const emails = readInvitees((await call.input()).fields);
  const invitations = emails.map((email) => inviteOne(call, group, email));
  return { status: 201, body: render('InviteCollection', { invitations }, context) };
}

/** The example of the guide puts the addresses into an object, its table calls them a list. */
function readInvitees(fields: Fields): string[] {
  const raw = fields.raw('invitees');
  const isList = typeof raw === 'string' || Array.isArray(raw);
  const emails = isList ? fields.texts('invitees') : (fields.object('invitees')?.texts('emails') ?? []);
  if (emails.length === 0) throw missingArgument('invitees');
  const stranger = emails.find((email) => !/^[^\s@]+@[^\s@]+$/.test(email));
  if (stranger !== undefined) throw bodyUnreadable(`'${stranger}' is not an e-mail address.`);
  return emails;
}

/** Who belongs to the org becomes a member at once; strangers get a letter. */
function inviteOne({ state, context }: Call, group: Group, email: string): JsonObject {
  const user = [...state.users.values()].find(
    (candidate) => candidate.isActive && candidate.email.toLowerCase() === email.toLowerCase(),
  );
  if (user === undefined) return render('Invite', { email, status: 'Invited' }, context);
  const isMember = membershipOf(state, group.id, user.id) !== undefined;
  join(state, group.id, user.id);
  const status = isMember ? 'NoActionNeededUser' : 'ActedUponUser';
  return render('Invite', { email, status, userId: user.id }, context);
}
