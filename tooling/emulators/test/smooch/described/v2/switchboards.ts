import type { Asked } from '../asked.js';
import type { Maker, World } from '../v2-world.js';

export function ofSwitchboards(): Record<string, Maker> {
  const path = '/v2/apps/{appId}/switchboards';
  const seats = `${path}/{switchboardId}/switchboardIntegrations`;
  const ofOne = async ({ switchboard }: World): Promise<Asked> => ({
    at: { switchboardId: (await switchboard()).id },
  });
  const ofSeat = async (world: World): Promise<Asked> => {
    const { id: switchboardId, seat } = await world.switchboard();
    // Another one answers, so that this one may go.
    await world.switchboard();
    return { at: { switchboardId, switchboardIntegrationId: seat } };
  };
  return {
    async [`POST ${path}`]({ switchboard, call, emulator }) {
      const { id } = await switchboard();
      await call('DELETE', `/v2/apps/${emulator.credentials.appId}/switchboards/${id}`);
      return {};
    },
    [`GET ${path}`]: () => ({}),
    [`PATCH ${path}/{switchboardId}`]: async (world) => ({
      ...(await ofOne(world)),
      json: { enabled: false },
    }),
    [`DELETE ${path}/{switchboardId}`]: ofOne,
    [`POST ${seats}`]: async (world) => ({
      ...(await ofOne(world)),
      json: { name: 'bot', integrationId: await world.custom(), messageHistoryCount: 3 },
    }),
    [`GET ${seats}`]: ofOne,
    [`PATCH ${seats}/{switchboardIntegrationId}`]: async (world) => ({
      ...(await ofSeat(world)),
      json: { deliverStandbyEvents: false },
    }),
    [`DELETE ${seats}/{switchboardIntegrationId}`]: ofSeat,
  };
}
