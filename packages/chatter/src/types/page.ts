/** What all pages have in common. */
export interface Page {
  /** The address of the next page; `null` on the last. */
  readonly nextPageUrl?: string | null;
}

/** The names under which pages keep their items. */
type ItemName =
  | 'elements'
  | 'items'
  | 'users'
  | 'groups'
  | 'members'
  | 'followers'
  | 'following'
  | 'messages'
  | 'conversations'
  | 'topics'
  | 'topicEndorsements'
  | 'files'
  | 'records'
  | 'announcements'
  | 'mentionCompletions'
  | 'managedTopics'
  | 'notifications'
  | 'activities'
  | 'flags'
  | 'knowledgeableUsers'
  | 'knowledgeableAboutTopic'
  | 'extensionDefinitions'
  | 'recommendationAudiences'
  | 'repositories'
  | 'topicOptOuts'
  | 'shares';

type KnownItemOf<Answer> = {
  [Name in keyof Answer]-?: Name extends ItemName ? Extract<Answer[Name], readonly unknown[]>[number] : never;
}[keyof Answer];

/** What a page is a page of; `unknown` for a kind of page that is not known. */
export type ItemOf<Answer> = [KnownItemOf<Answer>] extends [never] ? unknown : KnownItemOf<Answer>;
