import type { Caller } from '../auth/caller.js';
import { forbidden } from '../errors.js';
import type { Service } from '../service.js';
import type { ControlAction, DeliveryError } from '../webhooks/events.js';
import type { App, Conversation, Metadata, SwitchboardIntegration } from './model/index.js';
import { switchboardIntegrationsOf, switchboardOf } from './switchboards.js';

interface Handing {
  /** Id, name or type of a switchboard integration, or `next`. */
  readonly target: string;
  readonly metadata: Metadata | undefined;
}

interface Taking {
  readonly caller: Caller;
  readonly metadata: Metadata | undefined;
}

/** Makes somebody else answer, at once. What was offered before is void. */
export function passControl(service: Service, app: App, conversation: Conversation, how: Handing): void {
  const seat = findSeat(service, app, conversation, how.target);
  if (seat === undefined) {
    fail(service, app, conversation, 'passControl', how.metadata, {
      code: 'switchboard_invalid_target',
      message: 'Switchboard invalid target',
    });
    return;
  }
  conversation.activeSwitchboardIntegrationId = seat.id;
  conversation.pendingSwitchboardIntegrationId = undefined;
  tell(service, app, conversation, 'passControl', how.metadata);
}

/** Asks somebody else to answer, who may accept. What was offered before is void. */
export function offerControl(service: Service, app: App, conversation: Conversation, how: Handing): void {
  const seat = findSeat(service, app, conversation, how.target);
  if (seat === undefined || seat.id === conversation.activeSwitchboardIntegrationId) {
    fail(service, app, conversation, 'offerControl', how.metadata, {
      code: 'switchboard_invalid_target',
      message:
        seat === undefined
          ? 'Switchboard invalid target'
          : 'Cannot offer control to the active switchboard integration.',
    });
    return;
  }
  conversation.pendingSwitchboardIntegrationId = seat.id;
  tell(service, app, conversation, 'offerControl', how.metadata);
}

/** Takes what was offered. A program can only take what was offered to it. */
export function acceptControl(service: Service, app: App, conversation: Conversation, how: Taking): void {
  const pending = conversation.pendingSwitchboardIntegrationId;
  if (pending === undefined) {
    fail(service, app, conversation, 'acceptControl', how.metadata, {
      code: 'switchboard_invalid_action',
      message: 'There is no pendingSwitchboardIntegration',
    });
    return;
  }
  requireOwn(service, how.caller, pending);
  conversation.activeSwitchboardIntegrationId = pending;
  conversation.pendingSwitchboardIntegrationId = undefined;
  tell(service, app, conversation, 'acceptControl', how.metadata);
}

/** Leaves the conversation to nobody. A program can only give away what it has. */
export function releaseControl(service: Service, app: App, conversation: Conversation, how: Taking): void {
  requireOwn(service, how.caller, conversation.activeSwitchboardIntegrationId);
  conversation.activeSwitchboardIntegrationId = undefined;
  conversation.pendingSwitchboardIntegrationId = undefined;
  tell(service, app, conversation, 'releaseControl', how.metadata);
}

function requireOwn({ store }: Service, caller: Caller, seatId: string | undefined): void {
  if (caller.scope !== 'integration') return;
  const seat = store.switchboardIntegrations.get(seatId ?? '');
  if (seat?.integrationId !== caller.integrationId) throw forbidden();
}

/** By id, then by name, then by type; nobody when a type stands for several. */
function findSeat(
  { store }: Service,
  app: App,
  conversation: Conversation,
  target: string,
): SwitchboardIntegration | undefined {
  const switchboard = switchboardOf(store, app.id);
  if (switchboard?.enabled !== true) return undefined;
  const seats = switchboardIntegrationsOf(store, switchboard.id);
  const active = seats.find(({ id }) => id === conversation.activeSwitchboardIntegrationId);
  if (target === 'next') return seats.find(({ id }) => id === active?.nextSwitchboardIntegrationId);
  const named = seats.find(({ id }) => id === target) ?? seats.find(({ name }) => name === target);
  if (named !== undefined) return named;
  const [only, ...others] = seats.filter(({ integrationType }) => integrationType === target);
  return others.length === 0 ? only : undefined;
}

function tell(
  service: Service,
  app: App,
  conversation: Conversation,
  action: ControlAction,
  metadata: Metadata | undefined,
): void {
  service.publish({
    kind: 'switchboard',
    app,
    conversation,
    action,
    metadata,
    error: undefined,
    reason: undefined,
  });
}

/** The call itself is answered as if it had worked: what went wrong comes as an event. */
function fail(
  service: Service,
  app: App,
  conversation: Conversation,
  action: ControlAction,
  metadata: Metadata | undefined,
  error: DeliveryError,
): void {
  service.publish({ kind: 'switchboard', app, conversation, action, metadata, error, reason: undefined });
}
