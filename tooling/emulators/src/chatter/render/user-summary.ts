import { nameOf, type User } from '../state/model.js';
import { type RenderContext, resourceUrl } from './context.js';
import { between, bodyOf, type Json, since } from './json.js';
import { renderMotif } from './motif.js';
import { renderPhoto } from './photo.js';
import { renderMySubscription } from './subscription.js';

/** User Summary: a user wherever another thing mentions one. */
export function renderUserSummary(user: User, context: RenderContext): Json {
  const { version } = context;
  return bodyOf(version, {
    additionalLabel: null,
    communityNickname: since(32, user.nickname),
    companyName: user.companyName,
    displayName: since(32, nameOf(user)),
    firstName: user.firstName,
    id: user.id,
    isActive: user.isActive,
    isInThisCommunity: true,
    lastName: user.lastName,
    motif: renderMotif(version, 'profile'),
    mySubscription: renderMySubscription(user.id, context),
    name: nameOf(user),
    outOfOffice: since(40, { message: '' }),
    photo: renderPhoto(user, context),
    reputation: since(32, null),
    stamps: between(39, 43, []),
    title: user.title,
    type: 'User',
    url: resourceUrl(context, `/chatter/users/${user.id}`),
    userType: 'Internal',
  });
}
