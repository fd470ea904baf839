import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { SlackEmulatorOptions } from '@x/emulators';
import { createEmitter } from '@x/http-core/live';
import { expect, onTestFinished } from 'vitest';
import {
  createSlackRtm,
  createSlackWeb,
  createWorkspace,
  type SlackFrame,
  type SlackRtm,
  type SlackRtmOptions,
  type SlackWeb,
  type Workspace,
  type WorkspaceChange,
  type WorkspaceOptions,
  type WorkspaceSource,
} from '../src/index.js';
import { createFastClock, startEmulator, type SlackEmulator } from './setup.js';

const fixtures = new URL('../../../../shared/fixtures/slack/', import.meta.url);

/** A workspace of a person in the emulator, who is me. */
export interface PersonWorkspace {
  readonly emulator: SlackEmulator;
  readonly slack: SlackRtm;
  /** What I do at another screen. */
  readonly web: SlackWeb;
  readonly workspace: Workspace;
  readonly changes: readonly WorkspaceChange[];
  /** A public channel that I am in, me, and somebody else in it. */
  readonly channel: string;
  readonly me: string;
  readonly other: string;
}

/** A connected client of a person with a workspace that is loaded, unless `load` is false. */
export async function setUpWorkspace({
  load = true,
  emulator: emulatorOptions,
  slack: slackOptions,
  ...options
}: Omit<WorkspaceOptions, 'load'> & {
  readonly load?: boolean | WorkspaceOptions['load'];
  readonly emulator?: SlackEmulatorOptions;
  readonly slack?: Partial<SlackRtmOptions>;
} = {}): Promise<PersonWorkspace> {
  const emulator = await startEmulator(emulatorOptions);
  const { apiUrl: baseUrl, userToken: token, channelId: channel, userId: me } = emulator.credentials;
  const other = emulator.control.users().find(({ name }) => name === 'tom.becker')?.id ?? '';
  const onListenerError = (error: unknown): void => {
    onTestFinished(() => expect(error).toBeUndefined());
  };
  const slack = createSlackRtm({ token, baseUrl, onListenerError, ...slackOptions });
  onTestFinished(() => slack.close());
  const workspace = createWorkspace(slack, {
    onListenerError,
    ...options,
    ...(typeof load === 'object' && { load }),
  });
  onTestFinished(() => {
    workspace.close();
  });
  const changes: WorkspaceChange[] = [];
  workspace.on('change', (change) => changes.push(change));
  await slack.connect();
  if (load !== false) await workspace.load();
  const web = createSlackWeb({ token, baseUrl });
  return { emulator, slack, web, workspace, changes, channel, me, other };
}

/** Options for a client whose pauses are short, and that finds nothing slow on a machine that has much to do. */
export function inHaste(): Partial<SlackRtmOptions> {
  const longMs = 3_600_000;
  return {
    clock: createFastClock(),
    pingIntervalMs: longMs,
    silenceMs: 2 * longMs,
    helloTimeoutMs: longMs,
    timeoutMs: longMs,
    totalTimeoutMs: longMs,
  };
}

/** Sends a frame of one's own, and waits until it has come. */
export async function send({ emulator, slack }: PersonWorkspace, ...frames: SlackFrame[]): Promise<void> {
  const done = new Promise<void>((resolve) => {
    const off = slack.on('a test is done', () => {
      off();
      resolve();
    });
  });
  for (const frame of [...frames, { type: 'a test is done' }]) emulator.control.send(frame);
  await done;
}

/** Whether what was recorded of the service is there. Tests that need it say so where it is not. */
export const hasRecordings: boolean = existsSync(fixtures);

/** What was recorded of a type, in the order in which it came. */
export function recorded(folder: string, name: RegExp): SlackFrame[] {
  const files = readdirSync(new URL(`${folder}/`, fixtures)).filter((file) => name.test(file));
  expect(files, `no file of ${folder} is named like ${String(name)}`).not.toEqual([]);
  return files.map(
    (file) => JSON.parse(readFileSync(new URL(`${folder}/${file}`, fixtures), 'utf8')) as SlackFrame,
  );
}

/** The only one of its kind that was recorded, or the first. */
export function recording(folder: string, name: RegExp): SlackFrame {
  return recorded(folder, name)[0] ?? { type: 'nothing' };
}

/** A workspace that is told what one likes, by nobody. */
export function playWorkspace(options: WorkspaceOptions = {}): {
  readonly workspace: Workspace;
  readonly changes: readonly WorkspaceChange[];
  readonly play: (...frames: SlackFrame[]) => void;
} {
  const emitter = createEmitter<Record<string, unknown>>((error) => {
    throw error;
  });
  const source = {
    self: { id: 'U0ME', name: 'me' },
    team: { id: 'T0TEAM', name: 'Team', domain: 'team' },
    web: createSlackWeb({ token: 'xoxb-nobody', baseUrl: 'http://127.0.0.1:9/api' }),
    on: (
      type: string,
      listener: (event: never) => unknown,
      given?: { readonly signal?: AbortSignal | undefined },
    ) => emitter.on(type, listener as (event: unknown) => unknown, given),
  } as WorkspaceSource;
  const workspace = createWorkspace(source, options);
  onTestFinished(() => {
    workspace.close();
  });
  const changes: WorkspaceChange[] = [];
  workspace.on('change', (change) => changes.push(change));
  return {
    workspace,
    changes,
    play: (...frames) => {
      for (const frame of frames) emitter.emit(frame.type, frame);
    },
  };
}
