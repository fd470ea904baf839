import { keyPrefix } from '../ids.js';
import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** The icon and colour of a kind of thing, as the classic interface shows them. */
interface Look {
  readonly icon: string;
  readonly color: string;
}

const looks: Readonly<Record<string, Look>> = {
  [keyPrefix.user]: { icon: 'profile', color: '65CAE4' },
  [keyPrefix.account]: { icon: 'accounts', color: '7F8DE1' },
  [keyPrefix.case]: { icon: 'cases', color: 'F2CF5B' },
  [keyPrefix.group]: { icon: 'groups', color: '83B6FF' },
  [keyPrefix.topic]: { icon: 'topics', color: '56AADF' },
  [keyPrefix.file]: { icon: 'documents', color: 'BAAC93' },
};
const customObject: Look = { icon: 'custom', color: '8199AF' };

/** The motif of whatever an id, or the beginning of one, stands for. */
export function renderMotif(idOrPrefix: string, context: Pick<RenderContext, 'version'>): JsonObject {
  const { icon, color } = looks[idOrPrefix.slice(0, 3)] ?? customObject;
  return render(
    'Motif',
    {
      color,
      largeIconUrl: `/img/icon/${icon}64.png`,
      mediumIconUrl: `/img/icon/${icon}32.png`,
      smallIconUrl: `/img/icon/${icon}16.png`,
    },
    context,
  );
}
