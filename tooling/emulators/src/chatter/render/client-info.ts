import type { ClientApp } from '../state/model.js';
import type { RenderContext } from './context.js';
import type { Json } from './json.js';
import { render } from './render.js';

/** ClientInfo: by which application something was written. Null for what no application wrote. */
export function renderClient(client: ClientApp | null, context: RenderContext): Json {
  if (client === null) return null;
  return render('ClientInfo', { applicationName: client.name, applicationUrl: client.url }, context);
}
