import { notFound } from '../../errors.js';
import type { Service } from '../../service.js';
import { devicesOf, viewDevice } from '../../views/v2/index.js';
import { parameter, type V2Route } from '../route.js';
import { userOf } from './targets.js';

export function deviceRoutes({ store }: Service): V2Route[] {
  return [
    {
      method: 'GET',
      path: '/users/:user/devices',
      handle(call) {
        const user = userOf(store, call);
        return { body: { devices: devicesOf(user).map((device) => viewDevice(user, device)) } };
      },
    },
    {
      method: 'GET',
      path: '/users/:user/devices/:device',
      handle(call) {
        const user = userOf(store, call);
        const id = parameter(call, 'device');
        const device = devicesOf(user).find((candidate) => candidate.id === id);
        if (device === undefined) throw notFound('Device');
        return { body: { device: viewDevice(user, device) } };
      },
    },
  ];
}
