import { keyPrefix } from '../ids.js';
import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** The icon and colour of a kind of thing, as the classic interface shows them. */
interface Look {
  readonly icon: string;
  readonly color: string;
  /** Where the icons are that have no address of the usual form. */
  readonly icons?: { readonly large: string; readonly medium: string; readonly small: string };
}

const looks: Readonly<Record<string, Look>> = {
  [keyPrefix.user]: { icon: 'profile', color: '65CAE4' },
  [keyPrefix.account]: { icon: 'accounts', color: '7F8DE1' },
  [keyPrefix.case]: { icon: 'cases', color: 'F2CF5B' },
  [keyPrefix.group]: { icon: 'groups', color: '83B6FF' },
  [keyPrefix.topic]: { icon: 'topics', color: '56AADF' },
  [keyPrefix.file]: {
    icon: 'files',
    color: '993333',
    icons: {
      large: '/img/content/content64.png',
      medium: '/img/content/content32.png',
      small: '/img/icon/files16.png',
    },
  },
  [keyPrefix.folder]: { icon: 'folders', color: 'BAAC93' },
};
const customObject: Look = { icon: 'custom', color: '8199AF' };

/** The motif of whatever an id, or the beginning of one, stands for. */
export function renderMotif(idOrPrefix: string, context: Pick<RenderContext, 'version'>): JsonObject {
  const { icon, color, icons } = looks[idOrPrefix.slice(0, 3)] ?? customObject;
  return render(
    'Motif',
    {
      color,
      largeIconUrl: icons?.large ?? `/img/icon/${icon}64.png`,
      mediumIconUrl: icons?.medium ?? `/img/icon/${icon}32.png`,
      smallIconUrl: icons?.small ?? `/img/icon/${icon}16.png`,
    },
    context,
  );
}
