import { keyPrefix } from '../ids.js';
import { type ChatterState, wholeSecond } from './state.js';

export interface Topic {
  readonly id: string;
  name: string;
  /** Names that it had before, and those of the topics that were merged into it. */
  readonly formerNames: string[];
  description: string | null;
  readonly createdAt: number;
}

/** The topic of this name in any case, which comes to be when it is first used. */
export function topicNamed(state: ChatterState, name: string): Topic {
  return findTopic(state, name) ?? addTopic(state, name, null);
}

export function findTopic(state: ChatterState, name: string): Topic | undefined {
  const wanted = name.toLowerCase();
  return [...state.topics.values()].find((topic) => topic.name.toLowerCase() === wanted);
}

export function addTopic(state: ChatterState, name: string, description: string | null): Topic {
  const topic = {
    id: state.ids.next(keyPrefix.topic),
    name,
    formerNames: [],
    description,
    createdAt: wholeSecond(state.clock.now()),
  };
  state.topics.set(topic.id, topic);
  return topic;
}

export function renameTopic(topic: Topic, name: string): void {
  if (name !== topic.name) topic.formerNames.push(topic.name);
  topic.name = name;
}
