import type { FrameFaultRules, UpgradeHandler } from '../../frame/index.js';
import { createRtmUpgrade } from '../rtm/accept.js';
import type { Service } from '../service.js';
import { readLinkTarget } from '../socket-mode/address.js';
import { createLinkUpgrade } from '../socket-mode/accept.js';

/** Takes every handshake: Socket Mode by its path, and all else as RTM. */
export function createUpgrade(service: Service, faults: FrameFaultRules): UpgradeHandler {
  const rtm = createRtmUpgrade(service, faults);
  const link = createLinkUpgrade(service, faults);
  return (request, socket, head) => {
    const isLink = readLinkTarget(request.url ?? '/') !== undefined;
    (isLink ? link : rtm)(request, socket, head);
  };
}
