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

/** What a page is a page of. */
export type ItemOf<Answer> = {
  [Name in keyof Answer]-?: Name extends ItemName ? Extract<Answer[Name], readonly unknown[]>[number] : never;
}[keyof Answer];
