// The service's own client of v1.1, led to the emulator with each kind of key.
import assert from 'node:assert/strict';
import Smooch from 'smooch-core';
import { account, app, appId, url } from '../app.mjs';

const clientFor = (key, scope, serviceUrl) => new Smooch({ ...key, scope, serviceUrl });

/** What is about the account, and no key of an app may do. */
const accountOnly = /^(apps|serviceAccounts|deployments)\./;

/** What takes the id of the app from everybody. */
export const alwaysWithApp = /^(integrations\.(create|list|get|update|delete)|notifications\.\w+)$/;

const called = new Set();

/** Its methods, by how they are reached. Those with which it checks arguments are no calls. */
function methodsOf(api, path = '') {
  return Object.entries(api).flatMap(([name, part]) => {
    const kind = Object.getPrototypeOf(part ?? {});
    if (typeof part !== 'object' || kind === Object.prototype) return [];
    const names = Object.getOwnPropertyNames(kind).filter(
      (method) => !/^(constructor$|validate)/.test(method),
    );
    const here = `${path}${name}.`;
    return names.map((method) => here + method).concat(methodsOf(part, here));
  });
}

/** What it can be asked for with the key of an app, and with that of an account. */
export const methods = {
  account: methodsOf(clientFor(account, 'account', url)),
  app: methodsOf(clientFor(app, 'app', url)).filter((method) => !accountOnly.test(method)),
};

/** The calls that nobody has made so far. */
export const uncalled = () =>
  Object.entries(methods).flatMap(([scope, names]) =>
    names.filter((name) => !called.has(`${scope} ${name}`)),
  );

/** The client with `withApp` saying which methods are given the id of the app first. */
function watched(api, scope, withApp, path = '') {
  return new Proxy(api, {
    get(target, name) {
      const part = target[name];
      const here = path + String(name);
      if (typeof part === 'object') return watched(part, scope, withApp, `${here}.`);
      called.add(`${scope} ${here}`);
      return withApp(here) ? part.bind(target, appId) : part.bind(target);
    },
  });
}

/**
 * Whoever may do something in the app: its own key, and that of the account, which has to name the app in each call. `makeUser`
 * as each wants it: a single argument of that call has to have a name.
 */
export function callersOf(serviceUrl) {
  const byApp = watched(clientFor(app, 'app', serviceUrl), 'app', (method) => alwaysWithApp.test(method));
  const byAccount = watched(clientFor(account, 'account', serviceUrl), 'account', () => true);
  return [
    { by: 'app', smooch: byApp, makeUser: (appUser) => byApp.appUsers.create({ appUser }) },
    { by: 'account', smooch: byAccount, makeUser: (appUser) => byAccount.appUsers.create(appUser) },
  ];
}

/** The account in calls that are not about that app. */
export const ownerOf = (serviceUrl) =>
  watched(clientFor(account, 'account', serviceUrl), 'account', () => false);

export const callers = callersOf(url);
export const owner = ownerOf(url);

/** With the key of the app. */
export const [{ smooch }] = callers;

/** For `assert.rejects`. */
export const refused = (status, code, description) => (error) => {
  assert.ok(error instanceof Error, `no error: ${error}`);
  assert.deepEqual([error.response?.status, error.code], [status, code], error);
  if (description !== undefined) assert.equal(error.description, description);
  return true;
};
