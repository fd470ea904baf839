import type { Json, JsonObject } from '../../render/json.js';
import { renderMaintenance } from '../../render/maintenance.js';
import { render } from '../../render/render.js';
import { orgLocale } from '../../state/locale.js';
import { isTold } from '../../state/maintenance.js';
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
  'chatterGlobalInfluence',
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
  defaultCurrencyIsoCode: orgLocale.currencyIsoCode,
  defaultLocale: orgLocale.locale,
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

/** Organization: what the org can do, what is planned for it, and what the caller may. */
function readOrganization({ state, user, context }: Call): Answer {
  const gmtOffset = orgLocale.utcOffsetMs / 3_600_000;
  const body = render(
    'Organization',
    {
      accessTimeout: state.org.sessionMinutes,
      features: render('Features', { ...switches('Features', featuresOn), ...featureValues }, context),
      maintenanceInfo: state.maintenances
        .filter((maintenance) => isTold(maintenance, context.now))
        .map((maintenance) => renderMaintenance(maintenance, context)),
      name: state.org.name,
      orgId: state.org.id,
      userSettings: render(
        'UserSettings',
        {
          ...switches('UserSettings', rights),
          currencySymbol: orgLocale.currencySymbol,
          fileSyncLimit: 0,
          fileSyncStorageLimit: 0,
          folderSyncLimit: 0,
          timeZone: render('TimeZone', { gmtOffset, name: orgLocale.timeZone }, context),
          // Only where an org has several.
          userDefaultCurrencyIsoCode: null,
          userId: user.id,
          userLocale: orgLocale.locale,
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
