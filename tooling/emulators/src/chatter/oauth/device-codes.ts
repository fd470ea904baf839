import type { Clock, Random } from '../../frame/index.js';

/** A device that waits for somebody to approve it elsewhere. */
export interface DeviceRequest {
  readonly deviceCode: string;
  /** What the person types. */
  readonly userCode: string;
  readonly clientId: string;
  readonly scope: string;
  readonly expiresAt: number;
  /** Undefined until somebody has decided; null when it was denied. */
  userId: string | null | undefined;
  polledAt: number;
}

export interface DeviceCodes {
  begin(clientId: string, scope: string): DeviceRequest;
  /** The request of a device code or user code; undefined when it is unknown, used or older than 10 minutes. */
  byDeviceCode(code: string): DeviceRequest | undefined;
  byUserCode(code: string): DeviceRequest | undefined;
  /** From now on its codes are used. */
  end(request: DeviceRequest): void;
}

const codeMs = 10 * 60_000;
/** Without letters and digits that look alike. */
const userCodeAlphabet = 'BCDFGHJKLMNPQRSTVWXZ2346789';

export function createDeviceCodes(clock: Clock, random: Random): DeviceCodes {
  const requests = new Set<DeviceRequest>();
  const find = (isMeant: (request: DeviceRequest) => boolean): DeviceRequest | undefined =>
    [...requests].find((request) => isMeant(request) && clock.now() < request.expiresAt);
  return {
    begin(clientId, scope) {
      const request: DeviceRequest = {
        deviceCode: `${random.base62(80)}==`,
        userCode: random.string(8, userCodeAlphabet),
        clientId,
        scope,
        expiresAt: clock.now() + codeMs,
        userId: undefined,
        polledAt: -Infinity,
      };
      requests.add(request);
      return request;
    },
    byDeviceCode: (code) => find(({ deviceCode }) => deviceCode === code),
    byUserCode: (code) => find(({ userCode }) => userCode === code.toUpperCase()),
    end(request) {
      requests.delete(request);
    },
  };
}
