import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import type { Service } from '../service.js';
import type { App } from '../state/model/index.js';
import type { Store } from '../state/store.js';
import { folderOf } from './addresses.js';

/** Two hours, for a token as for the cookie that it becomes. */
export const accessSeconds = 2 * 60 * 60;

/** What a token opens: all files below a path such as `/apps/{appId}`. */
export interface Pass {
  readonly app: App;
  readonly path: string;
}

/** A token for the files of an app below a path. */
export async function passToken({ clock }: Service, { app, path }: Pass): Promise<string> {
  return new SignJWT({ path })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: app.id })
    .setExpirationTime(Math.floor(clock.now() / 1000) + accessSeconds)
    .sign(keyOf(app));
}

/** What a token opens, or undefined when it opens nothing, or no longer. */
export async function readPass(store: Store, token: string, now: number): Promise<Pass | undefined> {
  try {
    const app = store.apps.get(decodeProtectedHeader(token).kid ?? '');
    if (app === undefined) return undefined;
    const { payload } = await jwtVerify(token, keyOf(app), {
      algorithms: ['HS256'],
      currentDate: new Date(now),
    });
    const path = payload['path'];
    return typeof path === 'string' ? { app, path } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether one of these tokens opens a file. */
export async function isOpenedBy(
  store: Store,
  tokens: readonly string[],
  { path, now }: { readonly path: string; readonly now: number },
): Promise<boolean> {
  const passes = await Promise.all(tokens.map((token) => readPass(store, token, now)));
  return passes.some((pass) => pass !== undefined && path.startsWith(`${folderOf(pass.path)}/`));
}

function keyOf(app: App): Uint8Array {
  return new TextEncoder().encode(app.token);
}
