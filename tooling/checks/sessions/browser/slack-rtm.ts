import { createSlackRtm, createSlackWeb } from '@x/slack-rtm';
import { first } from './first.js';

interface Connection {
  readonly baseUrl: string;
  readonly botToken: string;
  readonly userToken: string;
  readonly channelId: string;
}

/** A bot in a page hears a person and answers. */
export async function session({ baseUrl, botToken, userToken, channelId }: Connection): Promise<object> {
  const slack = createSlackRtm({ baseUrl, token: botToken });
  const messages = slack.messages();
  await slack.connect();
  const person = createSlackWeb({ baseUrl, token: userToken });
  await person.call('chat.postMessage', { channel: channelId, text: 'Is anybody there?' });
  const question = await first(messages);
  const { text: said } = await slack.send(channelId, 'Yes!!!', { threadTs: question.ts });
  await slack.close();
  return { heard: question.text, said, state: slack.state };
}
