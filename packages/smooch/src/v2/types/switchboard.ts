import type { Metadata } from '../../types/open.js';

/** What decides who answers: an app has at most one. */
export interface Switchboard {
  readonly id: string;
  readonly enabled: boolean;
  /** Who answers conversations that begin. */
  readonly defaultSwitchboardIntegrationId?: string;
}

/** What is to change of a switchboard. */
export interface SwitchboardUpdateBody {
  readonly enabled?: boolean | undefined;
  readonly defaultSwitchboardIntegrationId?: string | undefined;
}

/** The answer that has a switchboard. */
export interface SwitchboardResponse {
  readonly switchboard: Switchboard;
}

/** One who can answer: an integration under a name. */
export interface SwitchboardIntegration {
  readonly id: string;
  readonly name: string;
  readonly integrationId: string;
  /** `custom`, `zd:agentWorkspace`, or that of a marketplace bot. */
  readonly integrationType: string;
  /** Whether it hears of conversations that somebody else answers. */
  readonly deliverStandbyEvents: boolean;
  /** Who answers when it passes control to `next`. */
  readonly nextSwitchboardIntegrationId?: string | null;
  /** How many messages it is shown when it gets control. */
  readonly messageHistoryCount?: number | null;
}

interface SwitchboardIntegrationFields {
  /** Default `true`. */
  readonly deliverStandbyEvents?: boolean | undefined;
  readonly nextSwitchboardIntegrationId?: string | null | undefined;
  /** 1 to 10. */
  readonly messageHistoryCount?: number | null | undefined;
}

/** One who is to be able to answer: a custom integration by its id, another by its type. */
export type SwitchboardIntegrationCreateBody = SwitchboardIntegrationFields & {
  /** Letters, digits, `_` and `-`, at most 128. */
  readonly name: string;
} & (
    | { readonly integrationId: string; readonly integrationType?: undefined }
    | { readonly integrationType: string; readonly integrationId?: undefined }
  );

/** What is to change of one who can answer. What is left out stays. */
export interface SwitchboardIntegrationUpdateBody extends SwitchboardIntegrationFields {
  readonly name?: string | undefined;
  readonly integrationId?: string | undefined;
  readonly integrationType?: string | undefined;
}

/** The answer that has one who can answer. */
export interface SwitchboardIntegrationResponse {
  readonly switchboardIntegration: SwitchboardIntegration;
}

/** Why control moves. It travels in the event that tells of it. */
export interface ControlReason {
  readonly metadata?: Metadata | undefined;
}

/** To whom control is to go. */
export interface ControlTarget extends ControlReason {
  /** An id, a name or a type, looked for in this order; or `next`. */
  readonly switchboardIntegration: string;
}
