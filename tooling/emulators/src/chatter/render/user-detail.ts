import { nameOf, type User } from '../state/model.js';
import { type RenderContext, resourceUrl } from './context.js';
import { between, bodyOf, type Json, since } from './json.js';
import { renderMotif } from './motif.js';
import { renderBannerPhoto, renderPhoto } from './photo.js';
import { renderMySubscription } from './subscription.js';
import { activityOf, followersOf, followingCountsOf } from './user-counts.js';

/** User Detail: a user as the answer to a question for that user. */
export function renderUserDetail(user: User, context: RenderContext): Json {
  const { version, state } = context;
  return bodyOf(version, {
    aboutMe: user.aboutMe,
    additionalLabel: null,
    address: {
      city: null,
      country: user.country,
      formattedAddress: user.country,
      state: null,
      street: null,
      zip: null,
    },
    bannerPhoto: since(36, renderBannerPhoto(user, context)),
    chatterActivity: activityOf(user, state),
    chatterInfluence: { percentile: '0.0', rank: 1 },
    communityNickname: since(32, user.nickname),
    companyName: user.companyName,
    displayName: since(32, nameOf(user)),
    email: user.email,
    firstName: user.firstName,
    followersCount: followersOf(user, state),
    followingCounts: followingCountsOf(user, state),
    groupCount: 0,
    hasChatter: true,
    id: user.id,
    isActive: user.isActive,
    isInThisCommunity: true,
    lastName: user.lastName,
    managerId: null,
    managerName: null,
    motif: renderMotif(version, 'profile'),
    mySubscription: renderMySubscription(user.id, context),
    name: nameOf(user),
    outOfOffice: since(40, { message: '' }),
    phoneNumbers:
      user.mobile === null ? [] : [{ label: 'Mobile', phoneNumber: user.mobile, phoneType: 'Mobile' }],
    photo: renderPhoto(user, context),
    reputation: since(32, null),
    stamps: between(39, 43, []),
    thanksReceived: null,
    title: user.title,
    type: 'User',
    url: resourceUrl(context, `/chatter/users/${user.id}`),
    userType: 'Internal',
    username: user.username,
  });
}
