import { checkText, type CallOptions, type Http } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import type { AppUserProfile, AppUserResponse } from '../types/app-user.js';

/** `POST /appusers` */
export async function precreateUser(
  http: Http,
  userId: string,
  profile?: AppUserProfile,
  call?: CallOptions,
): Promise<AppUserResponse> {
  checkText(refuseArgument, 'userId', userId);
  return http.json('POST', '/appusers', { ...call, json: { ...profile, userId } });
}
