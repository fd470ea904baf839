import {
  createFrameFaults,
  createRandom,
  createSystemClock,
  type Emulator,
  type Random,
  startServer,
} from '../frame/index.js';
import { createStackExchangeControl, type StackExchangeControl } from './control.js';
import { controlActions } from './control/actions.js';
import { createLiveHub } from './live/live-hub.js';
import { createUpgradeHandler } from './live/upgrade.js';
import { type ChatHost, chatSites } from './network/sites.js';
import {
  resolveOptions,
  type StackExchangeCredentials,
  type StackExchangeEmulatorOptions,
} from './options.js';
import { createApplication } from './routes/application.js';
import type { RunningChat, Service } from './service.js';
import { createSessions } from './sessions/sessions.js';
import type { ChatServer } from './state/chat-server.js';
import type { Person } from './state/model.js';
import { createPictures } from './state/pictures.js';
import { createSwitches } from './switches.js';
import { createThrottle, postThrottle, voteThrottle } from './throttle.js';
import { seededPeople, type Somebody } from './world/people.js';
import { seedServer } from './world/seed-server.js';

/** Starts the three chat servers of the network and the sites where one logs in, with people, rooms and some history. */
export async function startStackExchangeEmulator(
  options: StackExchangeEmulatorOptions = {},
): Promise<Emulator<StackExchangeCredentials, StackExchangeControl>> {
  const { port, seed = 1, clock = createSystemClock() } = options;
  const resolved = resolveOptions(options);
  const random = createRandom(seed);
  const people = seedLogins(random);
  const frameFaults = createFrameFaults();
  const pictureNames = createRandom(seed);
  let lastSocketId = 0;
  const runChat = (host: ChatHost): RunningChat => {
    const server = seedServer({ site: chatSites[host], clock, random, options: resolved, people });
    const nextSocketId = (): number => (lastSocketId += 1);
    return {
      server,
      throttle: createThrottle(clock, postThrottle),
      votes: createThrottle(clock, voteThrottle),
      live: createLiveHub({
        scene: { clock, options: resolved, server },
        random: createRandom(random.integer(2 ** 31)),
        frameFaults,
        nextSocketId,
      }),
    };
  };
  const service: Service = {
    clock,
    options: resolved,
    switches: createSwitches(),
    people: [...people.values()],
    chats: {
      'chat.stackexchange.com': runChat('chat.stackexchange.com'),
      'chat.stackoverflow.com': runChat('chat.stackoverflow.com'),
      'chat.meta.stackexchange.com': runChat('chat.meta.stackexchange.com'),
    },
    pictures: createPictures(() => pictureNames.base62(8)),
    sessions: createSessions(createRandom(random.integer(2 ** 31))),
    // Asked for only while a request is answered, when the server is up.
    url: () => server.url,
  };
  const server = await startServer({
    clock,
    routes: createApplication(service),
    upgrade: createUpgradeHandler(service),
    ...(port === undefined ? {} : { port }),
  });

  const { server: chat } = service.chats['chat.stackexchange.com'];
  const control = createStackExchangeControl(service, server.control.faults, frameFaults);
  server.addActions(controlActions(control));
  return {
    url: server.url,
    credentials: credentialsOf(chat),
    control: { ...server.control, ...control },
    async close() {
      for (const { live } of Object.values(service.chats)) live.close();
      await server.close();
    },
  };
}

function seedLogins(random: Random): ReadonlyMap<Somebody, Person> {
  const logins = seededPeople.flatMap(({ key, name, email }) =>
    email === undefined ? [] : [[key, { name, email, password: random.base62(16) }] as const],
  );
  return new Map(logins);
}

function credentialsOf(server: ChatServer): StackExchangeCredentials {
  const users = [...server.users.values()];
  const accounts = users.flatMap(({ id, name, person }) =>
    person === undefined ? [] : [{ id, name, email: person.email, password: person.password }],
  );
  const [room] = server.rooms.values();
  const [first, second, ...others] = accounts;
  const moderator = others.find(({ id }) => server.users.get(id)?.isModerator === true);
  const owner = others.find(({ id }) => id !== moderator?.id && room?.owners.has(id) === true);
  if (!room || !first || !second || !moderator || !owner) {
    throw new Error('The seeded world lacks a room, or a login that clients are promised.');
  }
  return { roomId: room.id, accounts: [first, second, ...others], owner, moderator };
}
