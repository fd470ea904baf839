import type { PersonName } from './people.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Something that was said: by whom, how long ago, what, and what was replied to it. */
export interface Line {
  readonly by: PersonName | 'bot';
  readonly agoMs: number;
  readonly text: string;
  readonly replies?: readonly Line[];
}

export interface SeededChannel {
  readonly name: string;
  readonly topic?: string;
  readonly purpose?: string;
  readonly isPrivate?: boolean;
  readonly members: readonly (PersonName | 'bot')[];
  readonly lines: readonly Line[];
}

/** What there is to read on the first day. Names after `@` are those of people; the seed turns them into mentions. */
export const channels: readonly SeededChannel[] = [
  {
    name: 'general',
    topic: 'The print fair is on the 14th',
    purpose: 'For everything that everybody should know.',
    members: ['ines', 'tom', 'farah', 'walt', 'bot'],
    lines: [
      { by: 'ines', agoMs: 3 * day, text: 'Good morning all. The new sheets are back from the printer.' },
      {
        by: 'farah',
        agoMs: 2 * day + 5 * hour,
        text: 'Which blue do we take for the lakes? Drafts: https://maps.example/drafts?lake=2&zoom=9',
        replies: [
          { by: 'walt', agoMs: 2 * day + 4 * hour, text: 'The darker one, it survives the copier.' },
          { by: 'ines', agoMs: 2 * day + 3 * hour, text: 'Agreed, the darker one.' },
          { by: 'farah', agoMs: 2 * day + 2 * hour, text: 'Done :ok_hand:' },
        ],
      },
      { by: 'tom', agoMs: 26 * hour, text: 'Tiles & search are down for five minutes at noon.' },
      { by: 'bot', agoMs: 25 * hour, text: 'Tiles are back. Longest request: 212 ms.' },
      { by: 'walt', agoMs: 40 * minute, text: '@farah could you look at the legend again?' },
    ],
  },
  {
    name: 'random',
    topic: 'Anything but maps',
    members: ['ines', 'tom', 'farah', 'walt'],
    lines: [
      { by: 'tom', agoMs: 4 * day, text: 'There is cake in the kitchen.' },
      { by: 'walt', agoMs: 4 * day - 3 * minute, text: 'There was cake in the kitchen.' },
    ],
  },
  {
    name: 'deploys',
    purpose: 'What went out, and when.',
    members: ['tom', 'ines', 'bot'],
    lines: [
      { by: 'bot', agoMs: 2 * day, text: 'tiles 4.12.0 is out.' },
      { by: 'tom', agoMs: 2 * day - 2 * minute, text: 'Looks good.' },
      { by: 'bot', agoMs: 3 * hour, text: 'search 2.3.1 is out.' },
    ],
  },
  {
    name: 'budget',
    isPrivate: true,
    purpose: 'Money.',
    members: ['ines', 'farah'],
    lines: [{ by: 'ines', agoMs: 6 * day, text: 'Paper has become 8 % dearer.' }],
  },
];
