import { startSlackEmulator } from '@x/emulators';
import { createSlackRtm, createSlackWeb, createWorkspace, toDate, type GapEvent } from '@x/slack-rtm';
import type { Session, Stage } from './session.js';

interface Workspace {
  readonly baseUrl: string | undefined;
  readonly botToken: string;
  /** Of a person in the channel, who speaks so that the bot can hear. */
  readonly userToken: string;
  readonly channel: string;
  /** Breaks the connection, where that can be done. */
  readonly cut: (() => void) | undefined;
}

async function run(stage: Stage, { baseUrl, botToken, userToken, channel, cut }: Workspace): Promise<void> {
  const { observe } = stage;
  const slack = createSlackRtm({ token: botToken, baseUrl, observe });
  const person = createSlackWeb({ token: userToken, baseUrl, observe });
  const messages = slack.messages();
  const gaps: GapEvent[] = [];
  slack.on('gap', (gap) => gaps.push(gap));
  try {
    await stage.step({
      title: 'Connecting. The address is asked anew each time; it is ready when Slack says hello.',
      code: 'const slack = createSlackRtm({ token })\nawait slack.connect()',
      run: () => slack.connect(),
      show: () => `${slack.self?.name ?? '?'} in ${slack.team?.name ?? '?'}, ${slack.state}`,
      check: () => (slack.state === 'ready' ? undefined : `it is ${slack.state}`),
    });

    await stage.step({
      title: 'Who is there, and where: loaded by cursors, kept by events.',
      code: 'await createWorkspace(slack).load()',
      run: async () => {
        const workspace = createWorkspace(slack);
        await workspace.load();
        workspace.close();
        return workspace;
      },
      show: ({ users, conversations, findConversation }) =>
        `${users.size} users and ${conversations.size} conversations; this one is #${String(findConversation(channel)?.name)}`,
      check: ({ conversations }) =>
        conversations.has(channel) ? undefined : 'the channel is not among them',
    });

    await stage.step({
      title: 'A person says something, and the bot hears it.',
      code: `await web.chat.postMessage({ channel, text: 'Is anybody there?' })\nfor await (const message of slack.messages()) { … }`,
      run: async () => {
        await person.chat.postMessage({ channel, text: 'Is anybody there?' });
        return (await messages.next()).value;
      },
      show: (message) => `${message?.user ?? '?'} at ${message?.ts ?? '?'}: “${message?.text ?? ''}”`,
      check: (message) => (message?.text === 'Is anybody there?' ? undefined : 'it heard something else'),
    });

    await stage.step({
      title: 'The bot answers, and Slack acknowledges.',
      code: `await slack.send(channel, 'Yes!!!')`,
      run: () => slack.send(channel, 'Yes!!!'),
      show: ({ ts }) => `acknowledged as ${ts}, which is ${toDate(ts).toISOString()}`,
    });

    if (cut !== undefined) {
      await stage.step({
        title: 'The connection breaks. It comes back, and says for how long it was away.',
        code: `slack.on('gap', ({ from, to }) => …)`,
        run: async () => {
          cut();
          await new Promise<void>((resolve) => {
            const off = slack.on('state', ({ from, to }) => {
              if (from !== 'reconnecting' || to !== 'ready') return;
              off();
              resolve();
            });
          });
        },
        show: () => `${slack.state} again; ${gaps.length} gap told`,
        check: () => (gaps.length === 1 ? undefined : `${gaps.length} gaps were told`),
      });
    }
  } finally {
    await slack.close();
  }
}

/** Slack, RTM. */
export const slackSession: Session = {
  name: 'slack-rtm',
  title: 'Slack: a bot that hears, answers and comes back',
  variables: ['SLACK_BOT_TOKEN', 'SLACK_USER_TOKEN', 'SLACK_CHANNEL_ID'],
  async runEmulated(stage) {
    const emulator = await startSlackEmulator();
    const { botToken, userToken, channelId } = emulator.credentials;
    try {
      await run(stage, {
        baseUrl: emulator.url,
        botToken,
        userToken,
        channel: channelId,
        cut: () => emulator.control.cut('reset'),
      });
    } finally {
      await emulator.close();
    }
  },
  async runLive(stage, environment) {
    const { SLACK_BOT_TOKEN = '', SLACK_USER_TOKEN = '', SLACK_CHANNEL_ID = '' } = environment;
    await run(stage, {
      baseUrl: undefined,
      botToken: SLACK_BOT_TOKEN,
      userToken: SLACK_USER_TOKEN,
      channel: SLACK_CHANNEL_ID,
      cut: undefined,
    });
  },
};
