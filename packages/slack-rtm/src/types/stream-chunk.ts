import type { Open, OtherFields } from './open.js';

/** A piece of a message: text, a step of a plan, blocks. */
export interface StreamChunk extends OtherFields {
  readonly type: Open<'markdown_text' | 'task_update' | 'plan_update' | 'blocks'>;
}
