import type { RoomAccess } from '../state/model.js';
import type { Somebody } from './people.js';

export interface SeededRoom {
  readonly id: number;
  readonly name: string;
  /** HTML. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly access: RoomAccess;
  readonly frozen?: boolean;
  readonly daysOld: number;
  readonly owners: readonly Somebody[];
  readonly writers: readonly Somebody[];
  readonly favoriteOf: readonly Somebody[];
  readonly present: readonly Somebody[];
}

/** The rooms of each chat server. The first is the one that clients are given. */
export const seededRooms: readonly SeededRoom[] = [
  {
    id: 1,
    name: 'Sandbox',
    description: 'Where you can play with chat features (except flagging) without upsetting anyone',
    tags: ['sandbox', 'testing'],
    access: 'public',
    daysOld: 4_000,
    owners: ['ilse', 'tomasz'],
    writers: [],
    favoriteOf: ['ada'],
    present: ['ilse', 'tomasz', 'kestrel'],
  },
  {
    id: 12,
    name: 'The Clock Tower',
    description:
      'Everything that ticks. <a href="https://www.example.com/rules" rel="nofollow noopener noreferrer">Rules</a> &amp; tea.',
    tags: ['clocks', 'repair'],
    access: 'public',
    daysOld: 900,
    owners: ['tomasz'],
    writers: [],
    favoriteOf: ['tomasz'],
    present: ['tomasz'],
  },
  {
    id: 27,
    name: 'Reading Gallery',
    description: 'Anyone may listen; ask before you speak.',
    tags: [],
    access: 'gallery',
    daysOld: 300,
    owners: ['ilse'],
    writers: ['tomasz'],
    favoriteOf: [],
    present: ['ilse'],
  },
  {
    id: 31,
    name: "Wardens' Office",
    description: 'Closed door.',
    tags: [],
    access: 'private',
    daysOld: 700,
    owners: ['ilse'],
    writers: [],
    favoriteOf: [],
    present: [],
  },
  {
    id: 44,
    name: 'Sundials',
    description: 'Silent since the autumn.',
    tags: ['clocks'],
    access: 'public',
    frozen: true,
    daysOld: 820,
    owners: ['tomasz'],
    writers: [],
    favoriteOf: [],
    present: [],
  },
];
