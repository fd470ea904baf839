import { keyPrefix } from '../ids.js';
import { type ChatterState, wholeSecond } from './state.js';

export interface Topic {
  readonly id: string;
  name: string;
  description: string | null;
  readonly createdAt: number;
}

/** The topic of this name in any case, which comes to be when it is first used. */
export function topicNamed(state: ChatterState, name: string): Topic {
  const wanted = name.toLowerCase();
  const known = [...state.topics.values()].find((topic) => topic.name.toLowerCase() === wanted);
  if (known !== undefined) return known;
  const topic = {
    id: state.ids.next(keyPrefix.topic),
    name,
    description: null,
    createdAt: wholeSecond(state.clock.now()),
  };
  state.topics.set(topic.id, topic);
  return topic;
}
