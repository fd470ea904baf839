import type { User } from '../state/model.js';
import { deviceDonePage, devicePage } from './login-page.js';
import { codeExpired } from './oauth-error.js';
import type { OAuthService } from './service.js';
import { logIn, userNamed } from './users.js';

/** `/setup/connect`: where a person types the code that a device shows. Throws what that person must be told. */
export function answerDevicePage(parameters: URLSearchParams, service: OAuthService): Response {
  const user = userNamed(service.state, parameters.get('username'));
  const userCode = parameters.get('user_code') ?? '';
  const isKnown = service.deviceCodes.byUserCode(userCode) !== undefined;
  if (!isKnown || user?.isActive !== true || user.password !== parameters.get('password')) {
    return devicePage(parameters);
  }
  const isAllowed = parameters.get('decision') !== 'deny';
  decideDevice(userCode, user, isAllowed, service);
  return deviceDonePage(isAllowed);
}

/** Lets the device in as this user when it asks next, or denies it. */
export function decideDevice(userCode: string, user: User, isAllowed: boolean, service: OAuthService): void {
  const device = service.deviceCodes.byUserCode(userCode);
  const app = service.apps.find(device?.clientId);
  if (device === undefined || app === undefined) throw codeExpired();
  if (isAllowed) logIn(user, app, service);
  device.userId = isAllowed ? user.id : null;
}
