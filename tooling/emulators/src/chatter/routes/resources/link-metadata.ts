import { illegalValue } from '../../errors.js';
import type { JsonObject } from '../../render/json.js';
import { render } from '../../render/render.js';
import type { Answer, Call, Handlers } from '../call.js';

/** What is known of web pages. This server reads none: it knows those of which it was told. */
export const linkMetadataHandlers: Handlers = { 'GET /chatter/link-metadata': describeLinks };

/** Addresses are separated by commas; a comma within one is only taken for that when no new address follows it. */
function describeLinks(call: Call): Answer {
  const urls = (call.query.get('urls') ?? '').split(/,(?=https?:\/\/)/i).map((url) => url.trim());
  const strange = urls.find((url) => !/^https?:\/\/./i.test(url));
  if (strange !== undefined) throw illegalValue('urls', strange);
  const linkMetadataList = urls.map((url) => describeLink(url, call));
  return { status: 200, body: render('LinkMetadataCollection', { linkMetadataList }, call.context) };
}

function describeLink(originalUrl: string, { state, context }: Call): JsonObject {
  const known = state.linkMetadata.get(originalUrl);
  const values =
    known === undefined
      ? { originalUrl, source: 'None', type: 'None' }
      : { type: 'Link', ...known, originalUrl, source: 'Sfdc', url: originalUrl };
  return render('LinkMetadata', values, context);
}
