import { badRequest } from '../errors.js';
import type { ClientInput } from '../state/clients.js';
import { isBody, optionalString, requiredString, requiredWord, type Body } from './fields.js';

const platforms = ['ios', 'android', 'web', 'other'] as const;

/** The device that introduces itself by `init`. */
export function readDevice(body: Body): ClientInput {
  const device = body['device'];
  if (!isBody(device)) throw badRequest("should have required property 'device'");
  const info = device['info'];
  if (info !== undefined && !isBody(info)) throw badRequest("'info' should be object");
  return {
    type: requiredWord(device, 'platform', platforms),
    channelId: requiredString(device, 'id'),
    appVersion: optionalString(device, 'appVersion'),
    pushNotificationToken: optionalString(device, 'pushNotificationToken'),
    info,
  };
}
