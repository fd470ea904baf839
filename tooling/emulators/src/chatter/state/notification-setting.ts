import type { NotificationType } from './notification.js';
import type { ChatterState } from './state.js';

/** By which ways notifications of a type reach the people of the org. */
export interface NotificationSetting {
  readonly desktopEnabled: boolean;
  readonly emailEnabled: boolean;
  readonly mobileEnabled: boolean;
  readonly slackEnabled: boolean;
}

/** Whether an application gets notifications of a type. */
export interface NotificationAppSetting {
  readonly type: NotificationType;
  readonly applicationId: string;
  readonly enabled: boolean;
}

const usual: NotificationSetting = {
  desktopEnabled: true,
  emailEnabled: true,
  mobileEnabled: true,
  slackEnabled: false,
};

export function notificationSettingOf(state: ChatterState, type: NotificationType): NotificationSetting {
  return state.notificationSettings.get(type) ?? usual;
}
