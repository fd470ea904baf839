import { expect, test, vi } from 'vitest';
import { createEmitter } from '../../src/live.js';

interface Events {
  message: string;
  count: number;
}

test('those who listen are told, in order, of what they asked for', () => {
  const emitter = createEmitter<Events>();
  const heard: unknown[] = [];
  emitter.on('message', (text) => heard.push(`a ${text}`));
  emitter.on('message', (text) => heard.push(`b ${text}`));
  emitter.on('count', (count) => heard.push(count));
  emitter.emit('message', 'hello');
  emitter.emit('count', 1);
  expect(heard).toEqual(['a hello', 'b hello', 1]);
});

test('a listener goes by its function or by its signal, and only that one', () => {
  const emitter = createEmitter<Events>();
  const controller = new AbortController();
  const heard: string[] = [];
  const listener = (text: string): void => void heard.push(text);
  const off = emitter.on('message', listener);
  emitter.on('message', listener, { signal: controller.signal });
  off();
  off();
  emitter.emit('message', 'one');
  controller.abort();
  emitter.emit('message', 'two');
  expect(heard).toEqual(['one']);
});

test('a signal that is aborted already subscribes to nothing', () => {
  const emitter = createEmitter<Events>();
  const listener = vi.fn<(text: string) => void>();
  emitter.on('message', listener, { signal: AbortSignal.abort() });
  emitter.emit('message', 'hello');
  expect(listener).not.toHaveBeenCalled();
});

test('who comes or goes while others are told is told from the next event on', () => {
  const emitter = createEmitter<Events>();
  const heard: string[] = [];
  const off = emitter.on('message', () => {
    heard.push('first');
    off();
    emitter.on('message', () => heard.push('late'));
  });
  emitter.on('message', () => heard.push('second'));
  emitter.emit('message', 'one');
  expect(heard).toEqual(['first', 'second']);
  emitter.emit('message', 'two');
  expect(heard).toEqual(['first', 'second', 'second', 'late']);
});

test('a listener that throws hurts nobody, and its error is heard of', () => {
  const errors: unknown[] = [];
  const emitter = createEmitter<Events>((error) => errors.push(error));
  const other = vi.fn<(text: string) => void>();
  emitter.on('message', () => {
    throw new Error('mine');
  });
  emitter.on('message', other);
  emitter.emit('message', 'hello');
  expect(other).toHaveBeenCalledWith('hello');
  expect(errors).toEqual([new Error('mine')]);
});

test('without anybody to tell, such an error is thrown where it is loud', async () => {
  const heard = new Promise((resolve) => {
    // Vitest listens for these, too, and would count it as a failure.
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => {
      for (const other of others) process.on('uncaughtException', other);
      resolve(error);
    });
  });
  const emitter = createEmitter<Events>();
  emitter.on('message', () => {
    throw new Error('loud');
  });
  emitter.emit('message', 'hello');
  expect(await heard).toEqual(new Error('loud'));
});

test('a listener whose promise is rejected hurts nobody either', async () => {
  const errors: unknown[] = [];
  const emitter = createEmitter<Events>((error) => errors.push(error));
  emitter.on('message', async () => {
    await Promise.resolve();
    throw new Error('later');
  });
  emitter.emit('message', 'hello');
  await vi.waitFor(() => expect(errors).toEqual([new Error('later')]));
});
