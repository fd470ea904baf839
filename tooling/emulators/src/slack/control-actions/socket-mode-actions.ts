import {
  type ControlAction,
  listOf,
  needed,
  optional,
  readText,
  readWholeNumber,
  action,
  readAnyObject,
  switching,
} from '../../frame/index.js';
import type { SocketModeControl } from '../socket-mode/control.js';
import { readFrame } from './action-fields.js';
import { cutField } from './cut-field.js';

const connection = { connectionId: optional(readText) };
const app = { appId: optional(readText) };
const occasion = { channel: optional(readText), user: optional(readText) };

/** What happens over Socket Mode, over HTTP. */
export function socketModeActions(control: SocketModeControl): Readonly<Record<string, ControlAction>> {
  return {
    links: () => control.connections(),
    deliveries: () => control.deliveries(),
    'link-sends': () => control.sends,
    responses: () => control.responses,
    event: action({ ...app, event: needed(readAnyObject) }, ({ event, appId }) =>
      control.event(event, appId),
    ),
    notice: action({ ...app, payload: needed(readAnyObject) }, ({ payload, appId }) =>
      control.notice(payload, appId),
    ),
    'slash-command': action(
      { ...app, ...occasion, command: needed(readText), text: optional(readText) },
      ({ appId, ...command }) => control.slashCommand(command, appId),
    ),
    interactive: action(
      { ...app, ...occasion, payload: needed(readInteraction) },
      ({ appId, payload, ...where }) => control.interactive(payload, where, appId),
    ),
    subscribe: action({ ...app, types: optional(listOf(readText)) }, ({ types, appId }) =>
      control.subscribe(types, appId),
    ),
    'watch-links': action({ ...app, domains: needed(listOf(readText)) }, ({ domains, appId }) =>
      control.watchLinks(domains, appId),
    ),
    'socket-mode': switching((on) => control.enable(on)),
    'warn-links': action(connection, ({ connectionId }) => control.warn(connectionId)),
    'refresh-links': action(connection, ({ connectionId }) => control.refresh(connectionId)),
    'cut-links': action(
      { ...connection, how: cutField, code: optional(readWholeNumber) },
      ({ how, ...options }) => control.cut(how, options),
    ),
    'send-links': action({ ...connection, data: needed(readFrame) }, ({ data, connectionId }) =>
      control.send(data, connectionId),
    ),
  };
}

function readInteraction(
  value: unknown,
  name: string,
): Readonly<Record<string, unknown>> & { readonly type: string } {
  const { type, ...fields } = readAnyObject(value, name);
  return { type: readText(type, `${name}.type`), ...fields };
}
