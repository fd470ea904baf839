import type { JsonObject } from '../../render/json.js';
import { render } from '../../render/render.js';
import { type NotificationType, notificationTypes } from '../../state/notification.js';
import { notificationSettingOf } from '../../state/notification-setting.js';
import type { Answer, Call, Handlers } from '../call.js';
import { notificationTypeOf } from './notification-type-of.js';

const one = '/connect/notifications/settings/organization/{notificationTypeOrId}';

export const notificationSettingHandlers: Handlers = {
  'GET /connect/notifications/types': listTypes,
  'GET /connect/notifications/settings/organization': listSettings,
  [`GET ${one}`]: (call) => ({ status: 200, body: renderSetting(notificationTypeOf(call), call) }),
  [`POST ${one}`]: changeSetting,
  [`DELETE ${one}`]: (call) => {
    call.state.notificationSettings.delete(notificationTypeOf(call));
    return { status: 204 };
  },
};

function listTypes({ context }: Call): Answer {
  const types = notificationTypes.map((type) => {
    const label = type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
    return render('NotificationType', { actionGroups: [], apiName: type, label, type: 'Standard' }, context);
  });
  return { status: 200, body: render('NotificationTypeCollection', { notificationTypes: types }, context) };
}

function listSettings(call: Call): Answer {
  const notificationSettings = notificationTypes.map((type) => renderSetting(type, call));
  const body = render('NotificationSettingsCollection', { notificationSettings }, call.context);
  return { status: 200, body };
}

/** Changes the ways that are named, and leaves the others. */
async function changeSetting(call: Call): Promise<Answer> {
  const type = notificationTypeOf(call);
  const { fields } = await call.input();
  const known = notificationSettingOf(call.state, type);
  call.state.notificationSettings.set(type, {
    desktopEnabled: fields.boolean('desktopEnabled') ?? known.desktopEnabled,
    emailEnabled: fields.boolean('emailEnabled') ?? known.emailEnabled,
    mobileEnabled: fields.boolean('mobileEnabled') ?? known.mobileEnabled,
    slackEnabled: fields.boolean('slackEnabled') ?? known.slackEnabled,
  });
  return { status: 201, body: renderSetting(type, call) };
}

/** Notification Setting. The page of the guide that named its type is lost. */
function renderSetting(type: NotificationType, { state, context }: Call): JsonObject {
  return render('NotificationSetting', { ...notificationSettingOf(state, type) }, context);
}
