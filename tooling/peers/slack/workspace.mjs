// The emulated workspace, and what people do in it while a client is watched.
import assert from 'node:assert/strict';
import { env } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { actOn } from '../act.mjs';

export const workspace = JSON.parse(env.CONNECTION);

const nothing = () => {};

/** A logger that says nothing: standard output is for what was tried. */
export const quiet = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => 'error',
};

/** Does something in the workspace that no client does, or does something to the connection. */
export const act = actOn(workspace.url);

/** The next event of this name that is as wanted. Listens from the moment of the call. */
export function next(emitter, name, isWanted = () => true) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      emitter.off(name, listen);
      reject(new Error(`no ${name} came`));
    }, 10_000);
    const listen = (value) => {
      if (!isWanted(value)) return;
      clearTimeout(timer);
      emitter.off(name, listen);
      resolve(value);
    };
    emitter.on(name, listen);
  });
}

/** Waits until the workspace has noticed that nothing of a kind is open any more: a client may know sooner. */
export async function allGone(kind) {
  for (let looks = 0; looks < 100 && (await act(kind)).length > 0; looks += 1) await wait(20);
  assert.deepEqual(await act(kind), []);
}
