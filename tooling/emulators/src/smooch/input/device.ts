import { badRequest } from '../errors.js';
import type { ClientInput } from '../state/clients.js';
import { isBody, optionalObject, optionalString, requiredString, requiredWord, type Body } from './fields.js';

const platforms = ['ios', 'android', 'web', 'other'] as const;

/** The device that introduces itself by `init`. */
export function readDevice(body: Body): ClientInput {
  const device = body['device'];
  if (!isBody(device)) throw badRequest("should have required property 'device'");
  return {
    type: requiredWord(device, 'platform', platforms),
    channelId: requiredString(device, 'id'),
    ...readDeviceChange(device),
  };
}

/** What may change of a device. */
export function readDeviceChange(
  device: Body,
): Pick<ClientInput, 'appVersion' | 'pushNotificationToken' | 'info'> {
  return {
    appVersion: optionalString(device, 'appVersion'),
    pushNotificationToken: optionalString(device, 'pushNotificationToken'),
    info: optionalObject(device, 'info'),
  };
}
