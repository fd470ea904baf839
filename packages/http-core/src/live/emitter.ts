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
}

type Listener = (event: never) => unknown;

/**
 * Makes an emitter. A listener that throws, or whose promise is rejected, hurts neither the others nor who emits: its error
 * goes to `onListenerError`, and without one it is thrown where nobody can catch it, so that it is loud.
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
  onListenerError: (error: unknown) => void = (error) =>
    queueMicrotask(() => {
      throw error;
    }),
): Emitter<Events> {
  const listeners = new Map<keyof Events, readonly Listener[]>();
  const of = (type: keyof Events): readonly Listener[] => listeners.get(type) ?? [];

  return {
    on(type, listener, { signal } = {}) {
      // One of its own, so that the same function can be there twice.
      const entry: Listener = (event) => listener(event);
      // A new list each time, so that who is being told now is not disturbed.
      const off = (): void => {
        signal?.removeEventListener('abort', off);
        listeners.set(
          type,
          of(type).filter((each) => each !== entry),
        );
      };
      if (!signal?.aborted) {
        listeners.set(type, [...of(type), entry]);
        signal?.addEventListener('abort', off);
      }
      return off;
    },
    emit(type, event) {
      for (const call of of(type)) {
        try {
          const done = call(event as never);
          if (done instanceof Promise) done.catch(onListenerError);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
  };
}
