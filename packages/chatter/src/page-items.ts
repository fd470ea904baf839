/** Under which name a page keeps its items: each kind of page has its own. */
const itemName =
  /^(elements|items|users|groups|members|follow(ers|ing)|messages|conversations|topics|topicEndorsements|topicOptOuts|files|shares|records|announcements|mentionCompletions|managedTopics|notifications|activities|flags|knowledgeableUsers|knowledgeableAboutTopic|extensionDefinitions|recommendationAudiences|repositories|comments|likes)$/;

/** The items of a page; of a kind of page that is not known, its first list. */
export function itemsOf(page: object): readonly unknown[] {
  const lists = Object.entries(page).filter(([, value]) => Array.isArray(value));
  const [, items = []] = lists.find(([name]) => itemName.test(name)) ?? lists[0] ?? [];
  return items as readonly unknown[];
}
