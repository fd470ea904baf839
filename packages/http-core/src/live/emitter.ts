/** Who wants to hear of what, and how they are told. */
export interface Emitter<Events> {
  /**
   * Calls the listener for each event of a type; the function returned, or the signal, ends that. The same function
   * subscribed twice is called twice.
   */
  on<Type extends keyof Events>(
    type: Type,
    listener: (event: Events[Type]) => unknown,
    options?: { readonly signal?: AbortSignal | undefined },
  ): () => void;
  /** Tells all who listen at this moment, in the order in which they came. */
  emit<Type extends keyof Events>(type: Type, event: Events[Type]): void;
  /** Whether anybody listens to a type. */
  has(type: keyof Events): boolean;
  /** Forgets all listeners. */
  clear(): void;
}

type Listener = (event: never) => unknown;

/**
 * Makes an emitter. A listener that throws hurts neither the others nor who emits: its error goes to `onListenerError`,
 * and without one it is thrown where nobody can catch it, so that it is loud.
 *
 * @example
 * ```ts
 * import { createEmitter } from '@x/http-core/live';
 *
 * const emitter = createEmitter<{ message: string }>();
 * export const off: () => void = emitter.on('message', (text) => console.log(text));
 * emitter.emit('message', 'hello');
 * ```
 */
export function createEmitter<Events>(
  onListenerError: (error: unknown) => void = throwLater,
): Emitter<Events> {
  const listeners = new Map<keyof Events, ReadonlySet<{ readonly call: Listener }>>();

  return {
    on(type, listener, { signal } = {}) {
      const entry = { call: listener as Listener };
      const off = (): void => {
        signal?.removeEventListener('abort', off);
        const others = new Set(listeners.get(type));
        others.delete(entry);
        if (others.size > 0) listeners.set(type, others);
        else listeners.delete(type);
      };
      if (signal?.aborted === true) return off;
      // A new set each time, so that who is being told now is not disturbed.
      listeners.set(type, new Set(listeners.get(type)).add(entry));
      signal?.addEventListener('abort', off);
      return off;
    },
    emit(type, event) {
      for (const { call } of listeners.get(type) ?? []) {
        try {
          call(event as never);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
    has: (type) => listeners.has(type),
    clear: () => {
      listeners.clear();
    },
  };
}

function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
