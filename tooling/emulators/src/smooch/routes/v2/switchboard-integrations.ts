import { ApiError, badRequest, notFound } from '../../errors.js';
import { jsonBody } from '../../input/body.js';
import {
  clearableString,
  limitedString,
  optionalBoolean,
  optionalInteger,
  optionalString,
  type Body,
} from '../../input/fields.js';
import type { Service } from '../../service.js';
import { integrationOfType, requireIntegration } from '../../state/integrations.js';
import type { Integration, SwitchboardIntegration } from '../../state/model/index.js';
import { removeSeat, switchboardIntegrationsOf } from '../../state/switchboards.js';
import { viewSwitchboardIntegration } from '../../views/v2/index.js';
import { parameter, type AppCall, type V2Route } from '../route.js';
import { noDefault, targetSwitchboard } from './switchboards.js';

const seatLimit = 10;
const seats = '/switchboards/:switchboard/switchboardIntegrations';

export function switchboardIntegrationRoutes(service: Service): V2Route[] {
  const { store, ids } = service;
  const show = (seat: SwitchboardIntegration): { body: object } => ({
    body: { switchboardIntegration: viewSwitchboardIntegration(seat) },
  });
  const target = (call: AppCall): SwitchboardIntegration => {
    const seat = store.switchboardIntegrations.get(parameter(call, 'seat'));
    if (seat?.switchboardId !== targetSwitchboard(store, call).id) throw notFound('SwitchboardIntegration');
    return seat;
  };
  return [
    {
      method: 'POST',
      path: seats,
      reach: 'app',
      async handle(call) {
        const body = await jsonBody(call.request);
        const switchboard = targetSwitchboard(store, call);
        const name = readName(body);
        if (name === undefined) throw badRequest("should have required property 'name'");
        const others = switchboardIntegrationsOf(store, switchboard.id);
        if (others.length >= seatLimit) throw tooMany();
        if (others.some((other) => other.name === name)) throw badRequest('Name is already in use');
        const integration = readTarget(service, call, body);
        if (integration === undefined) throw badRequest("should have required property 'integrationId'");
        const seat: SwitchboardIntegration = {
          id: ids.object(),
          switchboardId: switchboard.id,
          name,
          integrationId: integration.id,
          integrationType: integration.type,
          deliverStandbyEvents: true,
          nextSwitchboardIntegrationId: undefined,
          messageHistoryCount: undefined,
        };
        readSettings(seat, body);
        store.switchboardIntegrations.set(seat.id, seat);
        return { status: 201, ...show(seat) };
      },
    },
    {
      method: 'GET',
      path: seats,
      reach: 'app',
      handle(call) {
        const found = switchboardIntegrationsOf(store, targetSwitchboard(store, call).id);
        return { body: { switchboardIntegrations: found.map(viewSwitchboardIntegration) } };
      },
    },
    {
      method: 'PATCH',
      path: `${seats}/:seat`,
      reach: 'app',
      async handle(call) {
        const body = await jsonBody(call.request);
        const seat = target(call);
        const name = readName(body);
        const integration = readTarget(service, call, body);
        readSettings(seat, body);
        seat.name = name ?? seat.name;
        seat.integrationId = integration?.id ?? seat.integrationId;
        seat.integrationType = integration?.type ?? seat.integrationType;
        return show(seat);
      },
    },
    {
      method: 'DELETE',
      path: `${seats}/:seat`,
      reach: 'app',
      handle(call) {
        const seat = target(call);
        const { enabled, defaultSwitchboardIntegrationId } = targetSwitchboard(store, call);
        if (enabled && defaultSwitchboardIntegrationId === seat.id) throw noDefault();
        removeSeat(store, seat);
        return { body: {} };
      },
    },
  ];
}

/** Names are of letters, digits, `_` and `-`; the seat of Zendesk's own workspace has one like them. */
function readName(body: Body): string | undefined {
  const name = limitedString(body, 'name', 128);
  if (name !== undefined && !/^[\w-]+$/.test(name)) {
    throw badRequest("'name' should match pattern '^[a-zA-Z0-9_-]+$'");
  }
  return name;
}

function readSettings(seat: SwitchboardIntegration, body: Body): void {
  const count =
    body['messageHistoryCount'] === null
      ? null
      : optionalInteger(body, 'messageHistoryCount', { from: 1, to: 10 });
  const next = clearableString(body, 'nextSwitchboardIntegrationId', 24);
  seat.deliverStandbyEvents = optionalBoolean(body, 'deliverStandbyEvents') ?? seat.deliverStandbyEvents;
  if (next !== undefined) seat.nextSwitchboardIntegrationId = next ?? undefined;
  if (count !== undefined) seat.messageHistoryCount = count ?? undefined;
}

/** Custom integrations are named by id; those of partners, and the workspace of Zendesk, by type. */
function readTarget(service: Service, { app }: AppCall, body: Body): Integration | undefined {
  const id = optionalString(body, 'integrationId');
  const type = optionalString(body, 'integrationType');
  if (id !== undefined) return requireIntegration(service.store, app.id, id);
  return type === undefined ? undefined : integrationOfType(service, app.id, type);
}

function tooMany(): ApiError {
  return new ApiError(
    400,
    'too_many_switchboard_integrations',
    `Switchboard has reached the max number of switchboard integrations (${seatLimit})`,
  );
}
