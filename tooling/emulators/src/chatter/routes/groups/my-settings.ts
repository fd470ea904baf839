import { noAccess } from '../../errors.js';
import { render } from '../../render/render.js';
import { emailFrequencies } from '../../state/email-frequency.js';
import { type Membership, membershipOf } from '../../state/group.js';
import type { Answer, Call, Handlers } from '../call.js';
import { groupOf } from './group-of.js';

export const mySettingsHandlers: Handlers = {
  'GET /chatter/groups/{groupId}/my-settings': (call) => answer(call, myMembership(call)),
  'PATCH /chatter/groups/{groupId}/my-settings': changeSettings,
};

function answer(call: Call, { emailFrequency }: Membership): Answer {
  return { status: 200, body: render('GroupChatterSettings', { emailFrequency }, call.context) };
}

async function changeSettings(call: Call): Promise<Answer> {
  const membership = myMembership(call);
  const { fields } = await call.input();
  membership.emailFrequency = fields.needChoice('emailFrequency', emailFrequencies);
  return answer(call, membership);
}

/** Settings are those of a member; nobody else has any. */
function myMembership(call: Call): Membership {
  const membership = membershipOf(call.state, groupOf(call).id, call.user.id);
  if (membership === undefined) throw noAccess();
  return membership;
}
