import type { Template } from '../../state/model/index.js';
import { viewContent } from './content.js';
import { present, type Wire } from './wire.js';

/** A stored message, which has neither author nor source yet. */
export function viewTemplate({ id, name, message: { role, content } }: Template): Wire {
  return {
    _id: id,
    name,
    message: present({ ...viewContent(content), text: content.text, type: content.type, role }),
  };
}
