import type { Somebody } from './people.js';

/** Something that was said before the emulator started. */
export interface SeededLine {
  readonly room: number;
  readonly by: Somebody;
  readonly minutesAgo: number;
  readonly text: string;
  /** How many lines of the same room above this one the answered line stands. */
  readonly answers?: number;
  /** The wording that was there first. */
  readonly before?: string;
  readonly stars?: readonly Somebody[];
  readonly pins?: readonly Somebody[];
  readonly removedBy?: Somebody;
}

/** Oldest first. */
export const seededLines: readonly SeededLine[] = [
  { room: 44, by: 'tomasz', minutesAgo: 90_000, text: 'The garden one is off by four minutes.' },
  { room: 44, by: 'mothwing', minutesAgo: 89_990, text: 'Summer time?', answers: 1 },
  {
    room: 1,
    by: 'ilse',
    minutesAgo: 2_960,
    text: 'Welcome! Read the [guidelines](https://meta.stackexchange.com/help) **first**, then play.',
    stars: ['tomasz', 'ilse', 'ada'],
    pins: ['ilse'],
  },
  { room: 1, by: 'mothwing', minutesAgo: 2_905, text: 'Is this where I can test my bot?' },
  { room: 1, by: 'tomasz', minutesAgo: 2_904, text: 'It is.', answers: 1 },
  { room: 1, by: 'mothwing', minutesAgo: 2_900, text: 'asdfgh', removedBy: 'mothwing' },
  { room: 12, by: 'ada', minutesAgo: 1_520, text: 'Has anybody taken apart a `Kienzle 1924`?' },
  {
    room: 12,
    by: 'tomasz',
    minutesAgo: 1_512,
    text: 'Twice. Mind the mainspring: it *will* jump.',
    before: 'Twice. Mind the spring: it *will* jump.',
    answers: 1,
    stars: ['ada'],
  },
  { room: 12, by: 'ada', minutesAgo: 1_505, text: '@TomaszWójcik thanks, gloves are on' },
  { room: 27, by: 'ilse', minutesAgo: 600, text: 'Chapter one, tonight at eight.' },
  { room: 31, by: 'ilse', minutesAgo: 400, text: 'Nothing to report.' },
  { room: 1, by: 'ravi', minutesAgo: 61, text: 'A code block:\n    tick()\n    tock()' },
  { room: 1, by: 'ada', minutesAgo: 58, text: '    tick();\n    tock();' },
  {
    room: 1,
    by: 'ada',
    minutesAgo: 57,
    text: 'like that: every line needs four blanks',
    answers: 2,
    stars: ['ravi'],
  },
  { room: 1, by: 'ravi', minutesAgo: 55, text: 'Ah, thanks. "Every" as in <every>.', answers: 1 },
  { room: 1, by: 'kestrel', minutesAgo: 15, text: 'I keep watch. Type `!!help` for help.' },
];
