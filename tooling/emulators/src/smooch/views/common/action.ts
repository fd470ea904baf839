import type { Action } from '../../state/model/index.js';
import { present, type Wire } from './wire.js';

/** A button, which every version shows alike but for its id, which v2 leaves out. */
export function viewAction(action: Action): Wire {
  return present({
    text: action.text,
    payload: action.payload,
    amount: action.amount,
    currency: action.currency,
    state: action.state,
    metadata: action.metadata,
    ...action.channelOptions,
    _id: action.id,
    uri: action.type === 'buy' ? `https://app.smooch.io/checkout/${action.id}` : (action.uri ?? ''),
    type: action.type,
  });
}
