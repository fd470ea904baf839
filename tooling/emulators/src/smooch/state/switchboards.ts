import type { Conversation, Switchboard, SwitchboardIntegration } from './model/index.js';
import type { Store } from './store.js';

/** The switchboard of an app, of which there is one at most. */
export function switchboardOf(store: Store, appId: string): Switchboard | undefined {
  return [...store.switchboards.values()].find((switchboard) => switchboard.appId === appId);
}

export function switchboardIntegrationsOf(store: Store, switchboardId: string): SwitchboardIntegration[] {
  return [...store.switchboardIntegrations.values()].filter(
    (integration) => integration.switchboardId === switchboardId,
  );
}

/** Who answers a conversation that begins on this channel: whom the channel names, or else whom the switchboard does. */
export function firstResponder(
  store: Store,
  appId: string,
  channelIntegrationId: string | undefined,
): string | undefined {
  const switchboard = switchboardOf(store, appId);
  if (switchboard?.enabled !== true) return undefined;
  const ofChannel = store.integrations.get(channelIntegrationId ?? '')?.defaultResponderId;
  return ofChannel ?? switchboard.defaultSwitchboardIntegrationId;
}

/** True when this integration is to hear of what happens in a conversation. */
export function hears(store: Store, conversation: Conversation, integrationId: string | undefined): boolean {
  const switchboard = switchboardOf(store, conversation.appId);
  if (switchboard?.enabled !== true || integrationId === undefined) return true;
  const seats = switchboardIntegrationsOf(store, switchboard.id).filter(
    (seat) => seat.integrationId === integrationId,
  );
  // Whoever has no seat at the switchboard is not subject to it.
  if (seats.length === 0) return true;
  return seats.some(
    (seat) => seat.id === conversation.activeSwitchboardIntegrationId || seat.deliverStandbyEvents,
  );
}

/** Takes a seat away; conversations that it had are answered by nobody. */
export function removeSeat(store: Store, seat: SwitchboardIntegration): void {
  store.switchboardIntegrations.delete(seat.id);
  for (const conversation of store.conversations.values()) {
    if (conversation.activeSwitchboardIntegrationId === seat.id) {
      conversation.activeSwitchboardIntegrationId = undefined;
    }
    if (conversation.pendingSwitchboardIntegrationId === seat.id) {
      conversation.pendingSwitchboardIntegrationId = undefined;
    }
  }
}

export function removeSwitchboard(store: Store, switchboard: Switchboard): void {
  store.switchboards.delete(switchboard.id);
  for (const seat of switchboardIntegrationsOf(store, switchboard.id)) removeSeat(store, seat);
}
