import type { TimeZone, User } from '../state/model.js';

/** Somebody of the seeded workspace, before they have an id. */
export interface Person extends Pick<User, 'name' | 'realName' | 'displayName' | 'title' | 'color'> {
  readonly zone: TimeZone;
  readonly role?: User['role'];
  readonly deleted?: boolean;
  readonly presence?: User['presence'];
}

export const lisbon: TimeZone = { name: 'Europe/Lisbon', label: 'Western European Time', offsetSeconds: 0 };
export const berlin: TimeZone = {
  name: 'Europe/Berlin',
  label: 'Central European Time',
  offsetSeconds: 3_600,
};
export const chicago: TimeZone = {
  name: 'America/Chicago',
  label: 'Central Standard Time',
  offsetSeconds: -21_600,
};

export const botZone: TimeZone = {
  name: 'America/Los_Angeles',
  label: 'Pacific Standard Time',
  offsetSeconds: -28_800,
};

/** The people of a small studio that makes maps. The first one is whom the user token belongs to. */
export const people = {
  ines: {
    name: 'ines',
    realName: 'Inês Carvalho',
    displayName: 'Inês',
    title: 'Cartographer',
    color: '9f69e7',
    zone: lisbon,
    role: 'owner',
    presence: 'active',
  },
  tom: {
    name: 'tom.becker',
    realName: 'Tom Becker',
    displayName: 'Tom',
    title: 'Backend',
    color: '4bbe2e',
    zone: berlin,
    presence: 'active',
  },
  farah: {
    name: 'farah',
    realName: 'Farah Haddad',
    displayName: '',
    title: 'Design',
    color: 'e7392d',
    zone: berlin,
    role: 'admin',
  },
  walt: {
    name: 'walt',
    realName: 'Walter O’Neil',
    displayName: 'walt',
    title: 'Field surveys',
    color: '3c989f',
    zone: chicago,
  },
  olga: {
    name: 'olga',
    realName: 'Olga Novak',
    displayName: 'Olga',
    title: 'Intern until last spring',
    color: '99a949',
    zone: berlin,
    deleted: true,
  },
} satisfies Record<string, Person>;

export type PersonName = keyof typeof people;
