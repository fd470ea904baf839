import type { Bot } from '../state/model.js';
import { avatarUrl } from './avatar.js';

const sizes = [36, 48, 72];

/** A bot as `bots.info` shows it. */
export function renderBot(bot: Bot): object {
  const { id, name, updated, appId, userId } = bot;
  return { id, deleted: false, name, updated, app_id: appId, user_id: userId, icons: icons(bot) };
}

/** A bot as it accompanies its messages. */
export function renderBotProfile(bot: Bot, teamId: string): object {
  const { id, name, updated, appId } = bot;
  return { id, app_id: appId, name, icons: icons(bot), deleted: false, updated, team_id: teamId };
}

function icons(bot: Bot): Record<string, string> {
  return Object.fromEntries(sizes.map((size) => [`image_${size}`, avatarUrl(bot.id, size)]));
}
