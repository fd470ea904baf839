import {
  createFrameFaults,
  createRandom,
  createSystemClock,
  type Emulator,
  longestLog as usualLog,
  type RecordedRequest,
  startServer,
} from '../frame/index.js';
import { controlActions } from './control-actions/actions.js';
import { createSlackControl, type SlackControl } from './control.js';
import { createIds } from './ids.js';
import { createSightings } from './inspection/sightings.js';
import { createExamples } from './methods/examples.js';
import { createOAuth } from './oauth/oauth.js';
import type { SlackCredentials, SlackEmulatorOptions } from './options.js';
import { createHub } from './rtm/hub.js';
import { presets } from './presets.js';
import type { Service } from './service.js';
import { publishToApps } from './socket-mode/events-api.js';
import { createLinkHub } from './socket-mode/link-hub.js';
import { createResponseUrls } from './socket-mode/response-urls.js';
import { createFrameLog } from './sockets/frame-log.js';
import { createUpgrade } from './sockets/upgrade.js';
import { createTriggers } from './state/triggers.js';
import { createStore } from './state/store.js';
import { defaultSwitches } from './switches.js';
import { createTimestampSource } from './timestamps.js';
import { createApplication } from './wire/application.js';
import { createCursors } from './wire/cursors.js';
import { createRateLimits } from './wire/rate-limits.js';
import { growWorld, type SlackGrown, type SlackGrowth } from './world/grow-world.js';
import { createTeam, seedWorld } from './world/seed-world.js';

/** Starts a workspace with a few people, two bots and some channels, its Web API, and RTM and Socket Mode over WebSockets. */
export async function startSlackEmulator(
  options: SlackEmulatorOptions = {},
): Promise<Emulator<SlackCredentials, SlackControl>> {
  const {
    port,
    seed = 1,
    clock = createSystemClock(),
    longestLog = usualLog,
    tsStyle = 'microseconds',
  } = options;
  const ids = createIds(createRandom(seed));
  // What is made up along the way has a source of its own, so that the number of calls changes no id.
  const passing = createIds(createRandom(seed + 1));
  const switches = {
    ...defaultSwitches(),
    ...(options.preset === undefined ? {} : presets[options.preset]),
    ...options.switches,
  };
  const hub = createHub(clock, passing, longestLog);
  const store = createStore(createTeam(ids));
  const service: Service = {
    clock,
    ids: {
      ...ids,
      ticket: () => passing.ticket(),
      request: () => passing.request(),
      event: () => passing.event(),
      envelope: () => passing.envelope(),
    },
    store,
    triggers: createTriggers(clock, passing, store.team.id),
    examples: createExamples(options.exampleFallback),
    timestamps: createTimestampSource(clock, tsStyle),
    tsStyle,
    switches,
    hub,
    links: createLinkHub({
      clock,
      ids: passing,
      random: createRandom(seed + 3),
      switches,
      limit: longestLog,
    }),
    frames: createFrameLog(longestLog),
    opened: createSightings(),
    oauth: createOAuth(clock, passing),
    cursors: createCursors(),
    // Asked for only while a request is answered, when the server is up.
    url: () => server.url,
    publish: (event) => {
      hub.publish(event);
      publishToApps(service, event);
    },
  };
  const world = seedWorld(service);
  for (const app of service.store.apps.values()) service.oauth.register(app);
  const growing = createRandom(seed + 2);
  const grow = (growth: SlackGrowth): SlackGrown => growWorld(service, growing, growth);
  if (options.growth !== undefined) grow(options.growth);
  const responseUrls = createResponseUrls(clock, () => server.url, longestLog);
  const limits = createRateLimits(clock, () => switches.rateLimits);
  const frameFaults = createFrameFaults();
  const arrivals = createSightings<RecordedRequest>();
  const server = await startServer({
    ...(port === undefined ? {} : { port }),
    clock,
    longestLog,
    onArrival: (_, { recorded }) => arrivals.tell(recorded),
    routes: createApplication(service, limits, responseUrls),
    upgrade: createUpgrade(service, frameFaults),
  });

  const control = createSlackControl(service, {
    limits,
    faults: server.control.faults,
    frameFaults,
    responseUrls,
    grow,
    requests: server.control.requests,
    arrivals,
  });
  server.addActions(controlActions(control));
  const { channel, otherChannel, person, bot } = world;
  return {
    url: server.url,
    credentials: {
      apiUrl: `${server.url}/api/`,
      botToken: world.botToken.value,
      userToken: world.userToken.value,
      appToken: world.appToken.value,
      granularBotToken: world.granularBotToken.value,
      teamId: service.store.team.id,
      channelId: channel.id,
      channelName: channel.name,
      otherChannelId: otherChannel.id,
      userId: person.id,
      userName: person.name,
      botUserId: bot.id,
      botId: bot.botId ?? '',
    },
    control: { ...server.control, ...control },
    close: () => server.close(),
  };
}
