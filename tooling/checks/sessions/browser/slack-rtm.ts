import {
  collect,
  createSlackRtm,
  createSlackSocket,
  createSlackWeb,
  createWorkspace,
  isServiceError,
  uploadFiles,
} from '@x/slack-rtm';
import { first } from './first.js';

interface Connection {
  readonly baseUrl: string;
  readonly botToken: string;
  readonly userToken: string;
  readonly channelId: string;
  /** Where Socket Mode is to be had, as a back end of the page has asked. */
  readonly socketUrl: string;
  /** A method that is limited to one call at once, and then one a second. */
  readonly limited: string;
}

/** A bot in a page hears a person and answers, and does with the Web API what needs no leave of the browser. */
export async function session(given: Connection): Promise<object> {
  const { baseUrl, botToken, userToken, channelId, socketUrl, limited } = given;
  const slack = createSlackRtm({ baseUrl, token: botToken });
  const messages = slack.messages();
  await slack.connect();
  const person = createSlackWeb({ baseUrl, token: userToken });
  await person.chat.postMessage({ channel: channelId, text: 'Is anybody there?' });
  const question = await first(messages);
  const { text: said } = await slack.send(channelId, 'Yes!!!', { threadTs: question.ts });

  const users = await collect(slack.web, 'users.list', { limit: 2 }).toArray();
  const workspace = createWorkspace(slack);
  await workspace.load();
  await slack.web.reactions.add({ channel: channelId, timestamp: question.ts, name: 'wave' });
  const [file] = await uploadFiles(
    slack.web,
    { content: 'from a page', filename: 'page.txt' },
    { channel: channelId, noCors: true },
  );
  // The service tells a page how long to wait.
  const began = performance.now();
  await Promise.all([slack.web.call(limited, {}), slack.web.call(limited, {})]);
  const waited = performance.now() - began > 900;
  const refused = await slack.web.apps.connections.open().then(
    () => 'taken',
    (error: unknown) => (isServiceError(error) ? error.kind : 'no error of ours'),
  );
  await slack.close();

  const app = createSlackSocket({ baseUrl, token: botToken, urlProvider: async () => socketUrl });
  const deliveries = app.messages();
  await app.connect();
  await person.chat.postMessage({ channel: channelId, text: 'And by Socket Mode?' });
  const delivered = await first(deliveries);
  await app.close();
  return {
    delivered: delivered.text,
    heard: question.text,
    said,
    users: users.length === workspace.users.size && users.length > 4,
    file: file?.name,
    waited,
    refused,
    state: slack.state,
  };
}
