import { createSmooch } from '@x/smooch';
import { jwtForUser } from '@x/smooch/jwt';
import { createSunshine } from '@x/smooch/v2';
import { failureOf } from './outcome.js';

interface Connection {
  readonly baseUrl: string;
  readonly userId: string;
  /** Made on the server behind the page, for this user. */
  readonly jwt: string;
}

/** A picture of one grey dot. */
const picture = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB4iG8MwAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

/** Speaks for one user, whose token is all that the page has. */
export async function session({ baseUrl, userId, jwt }: Connection): Promise<object> {
  const secret = await failureOf(() => createSmooch({ baseUrl, keyId: 'app_1', secret: 'of the app' }));
  const sunshine = await failureOf(() => createSunshine({ baseUrl, keyId: 'app_1', secret: 'of the app' }));
  const signing = await failureOf(() => jwtForUser('app_1', 'of the app', userId));

  const smooch = createSmooch({ baseUrl, credential: jwt });
  const { message: text } = await smooch.postMessage(userId, 'Is Smooch any good?');
  const dot = new File([picture], 'dot.png', { type: 'image/png' });
  const { message: image } = await smooch.postMedia(userId, dot);
  const asBusiness = await failureOf(() => smooch.postMessage(userId, 'Yes!!!', { sentByMaker: true }));
  const asSomebodyElse = await failureOf(() => smooch.precreateUser('grace@example.com'));
  return {
    secret: secret.kind,
    sunshine: sunshine.kind,
    signing: signing.kind,
    text: [text.role, text.text],
    picture: [image.role, image.type],
    asBusiness: [asBusiness.kind, asBusiness.code],
    asSomebodyElse: [asSomebodyElse.kind, asSomebodyElse.code],
  };
}
