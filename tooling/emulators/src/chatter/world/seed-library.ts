import { keyPrefix } from '../ids.js';
import { extensionOf, mimeTypeOf } from '../input/file-type.js';
import { solidPng } from '../pictures/png.js';
import { endorse } from '../state/expertise.js';
import { addFile, latestVersion, type StoredFile } from '../state/file.js';
import { addManagedTopic } from '../state/managed-topic.js';
import { type ChatterState, wholeSecond } from '../state/state.js';
import { topicNamed } from '../state/topic.js';

const dayMs = 24 * 3_600_000;

/** A few files, one of them shared, and what people made of topics, links and extensions. */
export function seedLibrary(
  state: ChatterState,
  { mara, tomas }: { readonly mara: string; readonly tomas: string },
): void {
  const createdAt = state.clock.now() - 9 * dayMs;
  const store = (ownerId: string, title: string, bytes: Uint8Array<ArrayBuffer>): StoredFile => {
    const extension = extensionOf(title);
    const mimeType = mimeTypeOf(extension, '');
    const file = addFile(state, { ownerId, title, extension, mimeType, bytes, createdAt });
    // Their owners have looked at them since.
    latestVersion(file).previewAskedAt = createdAt;
    return file;
  };
  const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);

  store(mara, 'Price list.csv', text('Boat,Hour,Day\nKayak,12,60\nMotor boat,40,240\n'));
  const rules = store(tomas, 'Rules on the water.txt', text('1. Life jackets on.\n2. Look & listen.\n'));
  rules.shares.set(mara, { userId: mara, type: 'V', at: wholeSecond(createdAt) });
  const plan = store(mara, 'Harbour plan.png', solidPng({ width: 240, height: 180 }, '2F6F9F'));
  plan.topicIds.add(topicNamed(state, 'harbour').id);

  endorse(state, { topicId: topicNamed(state, 'repairs').id, endorseeId: tomas, endorserId: mara });
  const [communityId] = state.communities.keys();
  if (communityId !== undefined) {
    const place = { communityId, parentId: null };
    addManagedTopic(state, { ...place, topicId: topicNamed(state, 'harbour').id, type: 'Navigational' });
    addManagedTopic(state, { ...place, topicId: topicNamed(state, 'weather').id, type: 'Featured' });
  }
  state.linkMetadata.set('https://www.example.com/orders/20260', {
    title: 'Order 20260',
    description: 'Ten life jackets, size M.',
    providerUrl: 'https://www.example.com',
  });
  const extensionId = state.ids.next(keyPrefix.extensionDefinition);
  state.extensionDefinitions.set(extensionId, {
    id: extensionId,
    name: 'Tide table',
    description: 'High and low water of a day.',
    iconUrl: null,
    compositionComponent: 'c:tideComposer',
    renderComponent: 'c:tideTable',
    createdAt: wholeSecond(createdAt),
  });
}
