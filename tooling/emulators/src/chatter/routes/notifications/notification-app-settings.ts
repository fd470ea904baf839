import type { JsonObject } from '../../render/json.js';
import { render } from '../../render/render.js';
import type { NotificationAppSetting } from '../../state/notification-setting.js';
import type { Answer, Call, Handlers } from '../call.js';
import { notificationTypeOf } from './notification-type-of.js';

const all = '/connect/notifications/app-settings/organization';
const one = `${all}/{notificationTypeOrId}`;

export const notificationAppSettingHandlers: Handlers = {
  [`GET ${all}`]: (call) => listSettings(call, () => true),
  [`GET ${one}`]: (call) => {
    const wanted = notificationTypeOf(call);
    return listSettings(call, ({ type }) => type === wanted);
  },
  [`POST ${one}`]: changeSetting,
  [`DELETE ${one}`]: resetSettings,
};

/** What was set, of one application if that is wanted. */
function listSettings(call: Call, isWanted: (setting: NotificationAppSetting) => boolean): Answer {
  const { state, query, context } = call;
  const applicationId = query.get('applicationId');
  const notificationAppSettings = [...state.notificationAppSettings.values()]
    .filter((setting) => applicationId === null || setting.applicationId === applicationId)
    .filter(isWanted)
    .map((setting) => renderSetting(setting, call));
  return {
    status: 200,
    body: render('NotificationAppSettingsCollection', { notificationAppSettings }, context),
  };
}

async function changeSetting(call: Call): Promise<Answer> {
  const type = notificationTypeOf(call);
  const { fields } = await call.input();
  const applicationId = fields.needText('applicationId');
  const setting = { type, applicationId, enabled: fields.needBoolean('enabled') };
  call.state.notificationAppSettings.set(`${type} ${applicationId}`, setting);
  return { status: 201, body: renderSetting(setting, call) };
}

/** Forgets what was set for a type, of one application if that is wanted. */
function resetSettings(call: Call): Answer {
  const { notificationAppSettings } = call.state;
  const type = notificationTypeOf(call);
  const applicationId = call.query.get('applicationId');
  for (const [key, setting] of notificationAppSettings) {
    const isMeant = applicationId === null || setting.applicationId === applicationId;
    if (setting.type === type && isMeant) notificationAppSettings.delete(key);
  }
  return { status: 204 };
}

function renderSetting({ applicationId, enabled }: NotificationAppSetting, { context }: Call): JsonObject {
  return render('NotificationAppSetting', { applicationId, enabled }, context);
}
