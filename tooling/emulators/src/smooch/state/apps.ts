import type { AppSettings } from './model/index.js';

/** What an app is like when its maker says nothing. */
export const defaultSettings: AppSettings = {
  conversationRetentionSeconds: 0,
  maskCreditCardNumbers: true,
  useAnimalNames: false,
  echoPostback: false,
  ignoreAutoConversationStart: false,
  multiConvoEnabled: false,
  appLocalizationEnabled: false,
  endSessionEnabled: false,
  disableConversationReopen: false,
};
