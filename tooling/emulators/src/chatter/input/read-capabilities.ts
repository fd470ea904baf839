import {
  bodyUnreadable,
  invalidOperation,
  missingArgument,
  notFound,
  outsideRange,
  switchedOff,
  tooLong,
} from '../errors.js';
import { keyPrefix } from '../ids.js';
import type { DirectMessage, Extension, NewPost, Poll, Question } from '../state/post.js';
import { topicNamed } from '../state/topic.js';
import { canSeePost } from '../state/visibility.js';
import type { Fields } from './fields.js';
import { fileNamed } from './file-named.js';
import { readId } from './ids.js';
import type { Input } from './read-input.js';
import { readActionLinkGroupIds } from './read-action-links.js';
import { propertiesOf } from '../tables.js';
import type { Author } from './read-post.js';
import { storeUpload, uploadPart } from './store-upload.js';

/** What a capability adds to a post. */
type Added = Partial<Omit<NewPost, 'actorId' | 'parentId' | 'segments' | 'visibility' | 'client'>>;

const mostFiles = 10;
const longestTopic = 150;
const pollSize = { from: 2, to: 10 };
const statuses = ['Published', 'PendingReview', 'Isolated', 'Draft'] as const;

/** Reads one capability of a post, with what came along in the request. */
type Reader = (capability: Fields, author: Author, input: Input) => Added;

const readers: Readonly<Record<string, Reader>> = {
  associatedActions: (capability, author) => ({
    actionLinkGroupIds: readActionLinkGroupIds(capability.texts('actionLinkGroupIds'), author),
  }),
  bookmarks: (capability, { user }) => ({
    bookmarkedBy: new Set(capability.needBoolean('isBookmarkedByCurrentUser') ? [user.id] : []),
  }),
  content: (capability, author, input) => ({ fileIds: [readContent(capability, author, input)] }),
  directMessage: (capability, author) => ({ directMessage: readDirectMessage(capability, author) }),
  extensions: (capability) => ({
    extensions: (capability.object('itemsToAdd')?.objects('items') ?? []).map(readExtension),
  }),
  feedEntityShare: (capability, author) => ({
    sharedId: sharedNamed(capability.needText('feedEntityId'), author),
  }),
  files: (capability, author) => ({ fileIds: readFiles(capability, author) }),
  link: (capability) => ({
    link: { url: capability.needText('url'), urlName: capability.text('urlName') ?? null },
  }),
  poll: (capability, author) => ({ poll: readPoll(capability, author) }),
  questionAndAnswers: (capability) => ({ question: readQuestion(capability) }),
  status: (capability) => ({ status: capability.needChoice('feedEntityStatus', statuses) }),
  topics: (capability, author) => ({ topicIds: readTopics(capability, author) }),
};

/** Reads the capabilities of a post that is to be. One that this emulator cannot give is refused as switched off. */
export function readCapabilities(input: Input, author: Author): Added {
  const capabilities = input.fields.object('capabilities');
  const added = (capabilities?.names ?? []).map((name): Added => {
    const capability = capabilities?.object(name);
    if (capability === undefined) return {};
    checkVersion('FeedElementCapabilitiesInput', name, author);
    const read = readers[name];
    if (read === undefined) throw switchedOff(`capability ${name}`);
    return read(capability, author, input);
  });
  return Object.assign({}, ...added) as Added;
}

/** Refuses a capability of another version than the one that it is sent to. What no version has is no matter of versions. */
export function checkVersion(type: string, name: string, { version }: Pick<Author, 'version'>): void {
  const { since, until } = propertiesOf(type)[name] ?? { since: version, until: version };
  if (version < since || version > until) {
    throw bodyUnreadable(`Version ${version}.0 has no capability ${name} here.`);
  }
}

export function readPoll(capability: Fields, { state }: Author): Poll {
  const choices = capability.texts('choices');
  if (choices.length < pollSize.from || choices.length > pollSize.to) {
    throw outsideRange('choices', pollSize.from, pollSize.to);
  }
  return {
    choices: choices.map((text) => ({ id: state.ids.next(keyPrefix.pollChoice), text })),
    votes: new Map(),
  };
}

export function readQuestion(capability: Fields): Question {
  return { title: capability.needText('questionTitle'), bestAnswerId: null, bestAnswerSelectedBy: null };
}

/** The ids of users, who must be there. */
export function readUserIds(ids: readonly string[], { state }: Author): string[] {
  return ids.map((given) => {
    const id = readId(given, keyPrefix.user);
    if (!state.users.has(id)) throw notFound();
    return id;
  });
}

export function sharedNamed(given: string, { state, user }: Author): string {
  const id = readId(given, keyPrefix.feedElement);
  const post = state.posts.get(id);
  if (post === undefined || !canSeePost(state, post, user.id)) throw notFound();
  if (post.visibility !== 'AllUsers') throw invalidOperation('This post cannot be shared.');
  return id;
}

/** The one file of a post of 35.0 and older: it is there already, or came along. */
function readContent(capability: Fields, author: Author, { binaries }: Input): string {
  const binary = binaries.get(uploadPart);
  if (binary !== undefined) return storeUpload(binary, capability, author);
  return fileNamed(capability.needText('contentDocumentId'), author).id;
}

function readFiles(capability: Fields, author: Author): string[] {
  const files = capability.objects('items').map((item) => fileNamed(item.needText('id'), author).id);
  if (files.length === 0) throw missingArgument('items');
  if (files.length > mostFiles) throw outsideRange('items', 1, mostFiles);
  return files;
}

function readTopics(capability: Fields, { state }: Author): Set<string> {
  const context = capability.text('contextTopicName');
  const names = [...capability.texts('topics'), ...(context === undefined ? [] : [context])];
  return new Set(names.map((name) => topicNamed(state, checkTopicName(name)).id));
}

/** A topic has a short name. */
export function checkTopicName(name: string): string {
  if (name.length > longestTopic) throw tooLong('topicName', longestTopic);
  return name;
}

function readDirectMessage(capability: Fields, author: Author): DirectMessage {
  const others = readUserIds(capability.texts('membersToAdd'), author);
  if (others.length === 0) throw missingArgument('membersToAdd');
  const members = new Set([author.user.id, ...others]);
  return { subject: capability.text('subject') ?? null, members, originalMembers: [...members], changes: [] };
}

function readExtension(item: Fields): Extension {
  return {
    extensionId: item.needText('extensionId'),
    payload: item.text('payload') ?? null,
    payloadVersion: item.text('payloadVersion') ?? null,
  };
}
