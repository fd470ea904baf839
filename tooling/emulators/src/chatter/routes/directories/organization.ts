import type { Json, JsonObject } from '../../render/json.js';
import { render } from '../../render/render.js';
import { propertiesOf } from '../../tables.js';
import type { Answer, Call, Handlers } from '../call.js';

/** What this org has. Of the features of the platform all others are off. */
const featuresOn: readonly string[] = [
  'chatter',
  'chatterActivity',
  'chatterGroupRecords',
  'chatterMessages',
  'chatterTopics',
  'communitiesEnabled',
  'communityModeration',
  'favoritesEnabled',
  'feedStreamEnabled',
  'files',
  'filesOnComments',
  'managedTopicsEnabled',
  'trendingTopics',
];

/** What is no yes or no. */
const featureValues: JsonObject = {
  defaultCurrencyIsoCode: 'SEK',
  defaultLocale: 'en_US',
  einsteinVoiceProviderId: null,
  fiscalYearStartMonth: 1,
  forecastingPeriodRange: null,
  forecastingPeriodStart: null,
  forecastingPeriodType: null,
  liveAgentHostName: null,
  maxEntitySubscriptionsPerStream: 25,
  maxFilesPerFeedItem: 10,
  maxStreamsPerPerson: 5,
};

/** What every user here may do. */
const rights: readonly string[] = [
  'canAccessPersonalStreams',
  'canFollow',
  'canOwnGroups',
  'canViewAllGroups',
  'canViewAllUsers',
  'canViewFullUserProfile',
  'canViewPublicFiles',
  'hasAccessToInternalOrg',
  'hasChatter',
  'hasRestDataApiAccess',
];

export const organizationHandlers: Handlers = { 'GET /connect/organization': readOrganization };

/** Organization: what the org can do, and what the caller may. No maintenance is planned. */
function readOrganization({ state, user, context }: Call): Answer {
  const body = render(
    'Organization',
    {
      accessTimeout: 120,
      features: render('Features', { ...switches('Features', featuresOn), ...featureValues }, context),
      name: state.org.name,
      orgId: state.org.id,
      userSettings: render(
        'UserSettings',
        {
          ...switches('UserSettings', rights),
          currencySymbol: 'SEK',
          fileSyncLimit: 0,
          fileSyncStorageLimit: 0,
          folderSyncLimit: 0,
          timeZone: render('TimeZone', { gmtOffset: 0, name: 'GMT' }, context),
          userDefaultCurrencyIsoCode: 'SEK',
          userId: user.id,
          userLocale: 'en_US',
        },
        context,
      ),
    },
    context,
  );
  return { status: 200, body };
}

/** All properties of a type as switches, of which some are on. */
function switches(type: string, on: readonly string[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.keys(propertiesOf(type)).map((name) => [name, on.includes(name)]));
}
