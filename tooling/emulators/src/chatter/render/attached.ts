import type { Post } from '../state/post.js';
import { renderContent } from './content.js';
import type { RenderContext } from './context.js';
import type { Json, JsonObject } from './json.js';
import { renderPoll } from './poll.js';
import { renderRecordSnapshot } from './record-snapshot.js';
import { render } from './render.js';

/** The capabilities that are things which hang on a post, null for those that it does not have. */
export function attachedValues(post: Post, context: RenderContext): JsonObject {
  return {
    content: context.version > 35 ? null : renderFirstFile(post, context),
    extensions: renderExtensions(post, context),
    files: renderFiles(post, context),
    link: post.link === null ? null : render('LinkCapability', { ...post.link }, context),
    poll: post.poll === null ? null : renderPoll(post.poll, context),
    recordSnapshot: renderRecordSnapshot(post, context),
  };
}

function renderFiles(post: Post, context: RenderContext): Json {
  const items = post.fileIds.flatMap((id) => {
    const file = context.state.files.get(id);
    return file === undefined ? [] : [renderContent('Content', file, context)];
  });
  return items.length === 0 ? null : render('FilesCapability', { items }, context);
}

/** Until 35.0 a post had one file at most. */
function renderFirstFile(post: Post, context: RenderContext): Json {
  const file = context.state.files.get(post.fileIds[0] ?? '');
  return file === undefined ? null : renderContent('ContentCapability', file, context);
}

function renderExtensions(post: Post, context: RenderContext): Json {
  if (post.extensions.length === 0) return null;
  const items = post.extensions.map((extension) => render('Extension', { ...extension }, context));
  return render('ExtensionsCapability', { items }, context);
}
