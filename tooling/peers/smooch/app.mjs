// The emulated app with its keys, and what people and channels do there while a client is watched.
import { env } from 'node:process';
import { actOn } from '../act.mjs';

/** Where the service is, a key of the app, one of its account, and a partner that can ask to be let in. */
export const { url, appId, app, account, oauthClient } = JSON.parse(env.CONNECTION);

export const act = actOn(url);
