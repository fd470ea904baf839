import { toLongId, keyPrefix } from '../ids.js';
import { tokenOf, type Grant } from '../sessions.js';
import { orgLocale } from '../state/locale.js';
import { nameOf, type User } from '../state/model.js';
import type { OAuthService } from './service.js';
import { identityUrl } from './token-answer.js';

/** What the identity services say when they decline: one word as plain text, whatever was asked for. */
class IdentityError extends Error {
  readonly status: number;

  constructor(status: number, word: string) {
    super(word);
    this.name = 'IdentityError';
    this.status = status;
  }
}

/** `/services/oauth2/userinfo`: who the token stands for, in the words of OpenID Connect. */
export function answerUserInfo(
  request: Request,
  parameters: URLSearchParams,
  service: OAuthService,
): Response {
  return answered(() => {
    const { origin } = new URL(request.url);
    const grant = grantOf(request, parameters, service);
    const user = activeUser(grant.userId, service);
    return inOpenIdWords(user, origin, service);
  });
}

/** `/id/{organization}/{user}`: who that is, in the service's own words. */
export function answerIdentity(
  request: Request,
  ids: { readonly orgId: string; readonly userId: string },
  service: OAuthService,
): Response {
  return answered(() => {
    const { origin, searchParams } = new URL(request.url);
    grantOf(request, searchParams, service);
    const orgId = longId(ids.orgId, keyPrefix.org);
    const userId = longId(ids.userId, keyPrefix.user);
    if (orgId !== service.state.org.id) throw new IdentityError(403, 'Wrong_Org');
    const user = activeUser(userId, service);
    return inOwnWords(user, origin, service);
  });
}

function answered(run: () => object): Response {
  try {
    return Response.json(run(), { headers: { 'content-type': 'application/json;charset=UTF-8' } });
  } catch (error) {
    if (!(error instanceof IdentityError)) throw error;
    return new Response(error.message, {
      status: error.status,
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
    });
  }
}

/** The token may come in the header or among the parameters. */
function grantOf(request: Request, parameters: URLSearchParams, service: OAuthService): Grant {
  const authorization = request.headers.get('authorization');
  const token =
    authorization === null
      ? (parameters.get('access_token') ?? parameters.get('oauth_token'))
      : (tokenOf(authorization) ?? '');
  if (token === null) throw new IdentityError(403, 'Missing_OAuth_Token');
  const session = service.sessions.find(token);
  if (session === undefined) throw new IdentityError(403, 'Bad_OAuth_Token');
  return session.grant;
}

function longId(id: string, prefix: string): string {
  const long = toLongId(id);
  if (long === undefined || !long.startsWith(prefix)) throw new IdentityError(404, 'Bad_Id');
  return long;
}

function activeUser(userId: string, { state }: OAuthService): User {
  const user = state.users.get(userId);
  if (user === undefined) throw new IdentityError(404, 'Bad_Id');
  if (!user.isActive) throw new IdentityError(404, 'Inactive');
  return user;
}

function inOpenIdWords(user: User, origin: string, { state, instances }: OAuthService): object {
  const instance = instances.urlFor(origin);
  const photos = photosOf(user, instance);
  return {
    sub: identityUrl(origin, state.org.id, user.id),
    user_id: user.id,
    organization_id: state.org.id,
    preferred_username: user.username,
    nickname: user.nickname,
    name: nameOf(user),
    email: user.email,
    email_verified: true,
    given_name: user.firstName,
    family_name: user.lastName,
    zoneinfo: orgLocale.timeZone,
    photos,
    profile: `${instance}/${user.id}`,
    picture: photos['picture'],
    address: { country: user.country },
    urls: apiUrls(instance, user.id),
    active: user.isActive,
    ...everybodys,
  };
}

function inOwnWords(user: User, origin: string, { state, instances }: OAuthService): object {
  const instance = instances.urlFor(origin);
  return {
    id: identityUrl(origin, state.org.id, user.id),
    asserted_user: true,
    user_id: user.id,
    organization_id: state.org.id,
    username: user.username,
    nick_name: user.nickname,
    display_name: nameOf(user),
    email: user.email,
    email_verified: true,
    first_name: user.firstName,
    last_name: user.lastName,
    timezone: orgLocale.timeZone,
    photos: photosOf(user, instance),
    addr_country: user.country,
    mobile_phone: user.mobile,
    mobile_phone_verified: false,
    status: { created_date: null, body: null },
    urls: apiUrls(instance, user.id),
    active: user.isActive,
    ...everybodys,
  };
}

/** What all people of the org have in common. */
const everybodys = {
  user_type: 'STANDARD',
  language: orgLocale.language,
  locale: orgLocale.locale,
  utcOffset: orgLocale.utcOffsetMs,
};

function photosOf({ id }: User, instance: string): Record<string, string> {
  return { picture: `${instance}/profilephoto/${id}/F`, thumbnail: `${instance}/profilephoto/${id}/T` };
}

/** Addresses of the API, in which the client puts the version that it speaks. */
function apiUrls(instance: string, userId: string): Record<string, string> {
  const rest = `${instance}/services/data/v{version}`;
  return {
    rest: `${rest}/`,
    sobjects: `${rest}/sobjects/`,
    search: `${rest}/search/`,
    query: `${rest}/query/`,
    recent: `${rest}/recent/`,
    feeds: `${rest}/chatter/feeds`,
    groups: `${rest}/chatter/groups`,
    users: `${rest}/chatter/users`,
    feed_items: `${rest}/chatter/feed-items`,
    feed_elements: `${rest}/chatter/feed-elements`,
    profile: `${instance}/${userId}`,
  };
}
