import { issueToken } from '../auth/issue-token.js';
import { SlackError } from '../errors.js';
import type { Answer } from '../methods/method.js';
import type { Service } from '../service.js';
import type { App, Token } from '../state/model.js';
import type { OAuthClient, RefreshRight } from './oauth.js';

const rotatingLifeMs = 43_200_000;

/** A token in the words of an answer, with its successor where the tokens of the app rotate. */
export function giveToken(service: Service, client: OAuthClient, right: RefreshRight): Answer {
  const { kind, userId, scopes } = right;
  const token = issueToken(service, {
    kind,
    app: client.app,
    scopes,
    ...(userId === undefined ? {} : { userId }),
    ...(client.rotates ? { lifeMs: rotatingLifeMs, rotating: true } : {}),
  });
  return {
    access_token: token.value,
    token_type: kind,
    scope: scopes.join(','),
    ...(client.rotates ? rotation(service, right) : {}),
  };
}

function rotation(service: Service, right: RefreshRight): Answer {
  return { refresh_token: service.oauth.issueRefreshToken(right), expires_in: rotatingLifeMs / 1_000 };
}

/** What an answer says of the app and where it is installed. */
export function installation({ store }: Pick<Service, 'store'>, app: App): Answer {
  return {
    app_id: app.id,
    team: { id: store.team.id, name: store.team.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Whom the bot tokens of an app act as. */
export function botUserOf({ store }: Pick<Service, 'store'>, app: App): string {
  const bot = [...store.bots.values()].find(({ appId }) => appId === app.id);
  if (bot === undefined) throw new SlackError('bad_client_id');
  return bot.userId;
}

/** What is needed to issue a token like this one again. */
export function rightOf({ kind, appId, userId, scopes }: Token): RefreshRight {
  return { kind, appId, userId, scopes };
}
