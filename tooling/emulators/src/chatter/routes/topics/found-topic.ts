import { duplicateValue } from '../../errors.js';
import { readId } from '../../input/ids.js';
import { checkTopicName } from '../../input/read-capabilities.js';
import { keyPrefix } from '../../ids.js';
import { findTopic, type Topic } from '../../state/topic.js';
import type { Call } from '../call.js';
import { found } from '../found.js';

/** The topic that a path names. */
export function topicOf(call: Call): Topic {
  return found(call.state.topics.get(call.id('topicId')));
}

/** The topic of an id of a query or a body. */
export function topicWithId(call: Call, given: string): Topic {
  return found(call.state.topics.get(readId(given, keyPrefix.topic)));
}

/** A name for a topic, which no other topic has. */
export function freeName(call: Call, name: string, self?: Topic): string {
  const known = findTopic(call.state, checkTopicName(name));
  if (known !== undefined && known !== self)
    throw duplicateValue(`There is a topic named ${known.name} already.`);
  return name;
}
