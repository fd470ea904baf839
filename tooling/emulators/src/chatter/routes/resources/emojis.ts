import { render } from '../../render/render.js';
import type { Handlers } from '../call.js';

/** Emojis by category: what is typed, and what it becomes. */
const emojis: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  People: {
    ':grin:': '😁',
    ':heart_eyes:': '😍',
    ':joy:': '😂',
    ':sob:': '😭',
    ':smile:': '😄',
    ':sunglasses:': '😎',
    ':sweat_smile:': '😅',
    ':thinking:': '🤔',
    ':wink:': '😉',
  },
  Gestures: {
    ':+1:': '👍',
    ':-1:': '👎',
    ':clap:': '👏',
    ':muscle:': '💪',
    ':ok_hand:': '👌',
    ':pray:': '🙏',
    ':wave:': '👋',
  },
  Nature: {
    ':cat:': '🐱',
    ':dog:': '🐶',
    ':fire:': '🔥',
    ':rainbow:': '🌈',
    ':sunny:': '☀️',
    ':whale:': '🐳',
  },
  Food: { ':apple:': '🍎', ':beer:': '🍺', ':cake:': '🍰', ':coffee:': '☕', ':pizza:': '🍕' },
  Activity: { ':dart:': '🎯', ':medal:': '🏅', ':soccer:': '⚽', ':tada:': '🎉', ':trophy:': '🏆' },
  Travel: { ':airplane:': '✈️', ':boat:': '⛵', ':car:': '🚗', ':rocket:': '🚀' },
  Objects: { ':bulb:': '💡', ':computer:': '💻', ':key:': '🔑', ':phone:': '☎️', ':wrench:': '🔧' },
  Symbols: {
    ':100:': '💯',
    ':heart:': '❤️',
    ':question:': '❓',
    ':warning:': '⚠️',
    ':white_check_mark:': '✅',
  },
};

/** The emojis that texts can have. */
export const emojiHandlers: Handlers = {
  'GET /chatter/emojis': ({ context }) => {
    const all = Object.entries(emojis).flatMap(([category, characters]) =>
      Object.entries(characters).map(([shortcut, unicodeCharacter]) =>
        render('Emoji', { category, shortcut, unicodeCharacter }, context),
      ),
    );
    const supportedEmojis = render('EmojiCollection', { emojis: all }, context);
    return { status: 200, body: render('SupportedEmoji', { supportedEmojis }, context) };
  },
};
