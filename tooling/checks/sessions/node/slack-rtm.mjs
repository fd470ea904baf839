// A bot that hears a person and answers, as a program that has @x/slack-rtm and nothing else.
import { env } from 'node:process';
import { createSlackRtm, createSlackWeb } from '@x/slack-rtm';

const { baseUrl, botToken, userToken, channelId: channel } = JSON.parse(env.CONNECTION);
const slack = createSlackRtm({ baseUrl, token: botToken });
const messages = slack.messages();
await slack.connect();
const person = createSlackWeb({ baseUrl, token: userToken });
await person.call('chat.postMessage', { channel, text: 'Is anybody there?' });
const { value: question } = await messages.next();
const { text: said } = await slack.send(channel, 'Yes!!!', { threadTs: question.ts });
await slack.close();
console.log(JSON.stringify({ heard: question.text, said, state: slack.state }));
