import { refuseArgument } from '../errors.js';
import type { ActionContent } from '../types/action.js';
import type { MessageContent } from '../types/message-content.js';
import type { ContentBody } from '../v2/types/content-body.js';

/**
 * What a message of v1.1 says, as v2 takes it. What belongs to the message as a whole stays behind: `metadata`, `destination` and
 * `override` go beside the content in v2, `name` and `avatarUrl` into its author. What kind of file there is, v2 finds out itself.
 *
 * @throws `usage` / `INVALID_REQUEST` for an action of the type `share`, which v2 does not have.
 * @example
 * ```ts
 * import { toV2Content, type MessageContent } from '@x/smooch';
 * import { messages, type Sunshine } from '@x/smooch/v2';
 *
 * export const say = (sunshine: Sunshine, conversationId: string, content: MessageContent) =>
 *   messages(sunshine).post(conversationId, { author: { type: 'business' }, content: toV2Content(content) });
 * ```
 */
export function toV2Content(content: MessageContent): ContentBody {
  checkActions('actions' in content ? content.actions : undefined);
  if (content.type === 'carousel' || content.type === 'list') {
    for (const { actions } of content.items) checkActions(actions);
  }
  const {
    name: _name,
    email: _email,
    avatarUrl: _avatarUrl,
    metadata: _metadata,
    destination: _destination,
    override: _override,
    payload,
    ...said
  } = content;
  if (said.type === 'text') return payload === undefined ? said : { ...said, payload };
  if (said.type !== 'image' && said.type !== 'file') return said;
  const { mediaType: _mediaType, ...media } = said;
  return media;
}

function checkActions(actions: readonly ActionContent[] | undefined): void {
  if (actions?.some(({ type }) => type === 'share') === true) {
    refuseArgument('actions', 'others than share, which v2 does not have');
  }
}
