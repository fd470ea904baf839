import { SlackError } from '../errors.js';
import type { Ids } from '../ids.js';
import type { Call } from './method.js';

const mostBlocks = 50;

/** What all texts in the blocks of one message may come to. */
const longestTexts = 13_200;

/** Reads the blocks of a message; `notAList` is what the service answers to anything else. */
export function readBlocks(
  { service, args }: Pick<Call, 'service' | 'args'>,
  notAList = 'invalid_blocks_format',
): readonly unknown[] | undefined {
  const blocks = args.json('blocks', notAList);
  if (blocks === undefined) return undefined;
  if (!Array.isArray(blocks)) throw new SlackError(notAList);
  checkBlocks(blocks);
  return nameBlocks(blocks, service.ids);
}

/** Refuses what no message can consist of, and says where in the list it is. */
function checkBlocks(blocks: readonly unknown[]): void {
  if (blocks.length > mostBlocks) {
    throw invalidBlocks(`no more than ${mostBlocks} items allowed [json-pointer:/blocks]`);
  }
  for (const [index, block] of blocks.entries()) {
    const type = typeof block === 'object' && block !== null && 'type' in block ? block.type : undefined;
    if (typeof type !== 'string') {
      throw invalidBlocks(`missing required field: type [json-pointer:/blocks/${index}]`);
    }
  }
  if (lengthOfTexts(blocks) > longestTexts) throw new SlackError('msg_blocks_too_long');
}

/** Every block has an id, by which what people do with it is told; one without gets one. */
export function nameBlocks(blocks: readonly unknown[], ids: Ids): readonly unknown[] {
  return blocks.map((block) =>
    typeof block === 'object' && block !== null && !('block_id' in block)
      ? { ...block, block_id: ids.block() }
      : block,
  );
}

function invalidBlocks(reason: string): SlackError {
  return new SlackError('invalid_blocks', {
    errors: [reason],
    response_metadata: { messages: [`[ERROR] ${reason}`] },
  });
}

function lengthOfTexts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, held]) =>
      sum + (name === 'text' && typeof held === 'string' ? Array.from(held).length : lengthOfTexts(held)),
    0,
  );
}
