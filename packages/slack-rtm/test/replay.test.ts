import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SlackEvent, SlackFrame } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { connect } from './setup.js';

const folder = new URL('../../../../shared/fixtures/slack/', import.meta.url);

/** Names of what answers, and of what no client is told. */
const consumed = new Set(['pong', 'reconnect_url']);

describe.each(['rtm-captured', 'rtm-control', 'rtm-docs', 'rtm-docs-2015', 'rtm-shapes'])(
  'frames of %s',
  (name) => {
    const captured = new URL(`${name}/`, folder);
    const files = existsSync(captured) ? readdirSync(captured).filter((file) => file.endsWith('.json')) : [];

    // Where there are none, this one says so.
    test.skipIf(files.length === 0)(behaviour(150, `those of ${name}`), async () => {
      const frames = files
        .map((file) => JSON.parse(readFileSync(new URL(file, captured), 'utf8')) as Partial<SlackFrame>)
        .filter(({ type, ...rest }) => typeof type === 'string' && rest['reply_to'] === undefined)
        .filter(({ type = '' }) => !consumed.has(type)) as SlackFrame[];
      const { emulator, slack } = await connect({
        onListenerError: (error) => expect(error).toBeUndefined(),
      });
      const events = slack.events();
      for (const frame of frames) if (frame.type !== 'goodbye') emulator.control.send(frame);
      for (const frame of frames) {
        if (frame.type === 'goodbye') continue;
        const event = (await events.next()).value as SlackEvent;
        expect(event.type === 'unknown' ? event.data : event).toEqual(frame);
      }
      expect(frames.length).toBeGreaterThan(5);
      expect(slack.state).toBe('ready');
    });
  },
);
