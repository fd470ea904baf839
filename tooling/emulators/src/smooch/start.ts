import { createRandom, createSystemClock, startServer, type Emulator } from '../frame/index.js';
import { animalName } from './animal-names.js';
import { controlActions } from './control-actions.js';
import { createSmoochControl, type SmoochControl } from './control.js';
import { createIds } from './ids.js';
import type { SmoochCredentials, SmoochEmulatorOptions } from './options.js';
import { createRateLimiter } from './rate-limit.js';
import { createApplication } from './routes/application.js';
import type { Service } from './service.js';
import { createStore } from './state/store.js';
import { createSwitches } from './switches.js';
import { createDeliveryEngine } from './webhooks/delivery-engine.js';
import { createOutlet } from './webhooks/held-events.js';
import { publish } from './webhooks/publish.js';
import { seedWorld } from './world.js';

/** Starts a service that speaks Smooch `/v1`, `/v1.1` and `/v2`, with an app, its keys and three users who have written already. */
export async function startSmoochEmulator(
  options: SmoochEmulatorOptions = {},
): Promise<Emulator<SmoochCredentials, SmoochControl>> {
  const { port, seed = 1, clock = createSystemClock(), legacy = false } = options;
  const random = createRandom(seed);
  const ids = createIds(random);
  const store = createStore({ id: ids.object(), name: 'Trailhead' });
  const engine = createDeliveryEngine(clock);
  const outlet = createOutlet(engine);
  const limiter = createRateLimiter(clock);
  const service: Service = {
    clock,
    ids,
    store,
    switches: createSwitches(),
    // Asked for only while a request is answered, when the server is up.
    url: () => server.url,
    animalName: () => animalName(random),
    publish: (event) => publish(store, outlet, event, { id: ids.object(), at: clock.now() }),
    forgetWebhook: (webhook) => engine.forget(webhook),
  };
  const { app, appKey, accountKey, oauthClient } = seedWorld(service);
  const routes = createApplication(service, limiter, { legacy });
  const server = await startServer({ ...(port === undefined ? {} : { port }), clock, routes });
  const control = createSmoochControl(service, {
    app,
    accountKey: { keyId: accountKey.id, secret: accountKey.secret },
    oauthClient,
    limiter,
    engine,
    outlet,
    faults: server.control.faults,
  });
  server.addActions(controlActions(control));

  return {
    url: server.url,
    credentials: { appId: app.id, keyId: appKey.id, secret: appKey.secret },
    control: { ...server.control, ...control },
    async close() {
      await Promise.all([engine.close(), server.close()]);
    },
  };
}
