/** Names under which the seeded world speaks of its people. */
export type Somebody = 'ada' | 'ravi' | 'ilse' | 'tomasz' | 'mothwing' | 'kestrel';

export interface SeededPerson {
  readonly key: Somebody;
  readonly name: string;
  /** Those with an address can log in. */
  readonly email?: string;
  readonly isModerator?: boolean;
  readonly reputation: number | undefined;
  readonly about: string;
  readonly daysHere: number;
  /** Minutes since they were last seen. */
  readonly seenAgo: number;
}

/** The first two are ordinary accounts; Ilse is the moderator, Tomasz owns rooms. */
export const seededPeople: readonly SeededPerson[] = [
  {
    key: 'ada',
    name: 'Ada Brook',
    email: 'ada.brook@example.com',
    reputation: 1_842,
    about: 'Gears, springs & escapements.',
    daysHere: 2_190,
    seenAgo: 9,
  },
  {
    key: 'ravi',
    name: 'Ravi Menon',
    email: 'ravi.menon@example.com',
    reputation: 324,
    about: '',
    daysHere: 410,
    seenAgo: 14,
  },
  {
    key: 'ilse',
    name: 'Ilse de Haan',
    email: 'ilse.dehaan@example.com',
    isModerator: true,
    reputation: 15_026,
    about: "I'm here to help <b>politely</b>.",
    daysHere: 3_950,
    seenAgo: 2,
  },
  {
    key: 'tomasz',
    name: 'Tomasz Wójcik',
    email: 'tomasz.wojcik@example.com',
    reputation: 8_237,
    about: '☕ and clocks',
    daysHere: 1_600,
    seenAgo: 4,
  },
  { key: 'mothwing', name: 'mothwing', reputation: 61, about: '', daysHere: 35, seenAgo: 2_900 },
  {
    key: 'kestrel',
    name: 'Kestrel',
    reputation: undefined,
    about: 'A bot. Ask Tomasz.',
    daysHere: 120,
    seenAgo: 1,
  },
];
