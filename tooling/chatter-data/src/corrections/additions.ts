import type { RawBodyType, RawProperty } from '../raw.js';

/** Body types that the tables lack and that examples, captures or other tables show. */
export const addedBodyTypes: Readonly<Record<string, RawBodyType>> = {
  // A field of a record as captured in v49.0.
  RecordField: {
    title: 'Record Field',
    props: [
      { name: 'label', type: 'String' },
      { name: 'text', type: 'String' },
      { name: 'type', type: 'String' },
    ],
  },
  StreamSubscriptionInput: {
    title: 'Stream Subscription Input',
    props: [{ name: 'entityId', type: 'String', required: true, since: '39.0' }],
  },
  // As in the example of the guide, whose table has a list.
  InviteesInput: {
    title: 'Invitees Input',
    props: [{ name: 'emails', type: 'String[]', required: true, since: '39.0' }],
  },
  StreamSubscriptionsInput: {
    title: 'Stream Subscriptions Input',
    props: [{ name: 'subscriptions', type: 'StreamSubscriptionInput[]', required: true, since: '39.0' }],
  },
  ShareInput: {
    title: 'Share Input',
    props: [
      { name: 'id', type: 'String', required: true, since: '30.0' },
      // C: may edit. V: may look.
      { name: 'sharingType', type: 'String', enum: ['C', 'V'], required: true, since: '30.0' },
    ],
  },
  // The pages of the next four are lost.
  FileShares: {
    title: 'File Shares',
    props: [
      { name: 'entity', type: 'User Summary|Group|Record Summary', since: '24.0' },
      { name: 'entityType', type: 'String', since: '24.0' },
      { name: 'sharingType', type: 'String', since: '24.0' },
    ],
  },
  FolderPath: {
    title: 'Folder Path',
    props: [
      { name: 'id', type: 'String', since: '40.0' },
      { name: 'name', type: 'String', since: '40.0' },
      { name: 'url', type: 'String', since: '40.0' },
    ],
  },
  ManagedTopicPositionInput: {
    title: 'Managed Topic Position Input',
    props: [
      { name: 'managedTopicId', type: 'String', required: true, since: '32.0' },
      { name: 'position', type: 'Integer', required: true, since: '32.0' },
    ],
  },
  MentionValidations: {
    title: 'Mention Validations',
    props: [
      { name: 'hasErrors', type: 'Boolean', since: '29.0' },
      { name: 'mentionValidations', type: 'Mention Validation[]', since: '29.0' },
    ],
  },
  // The page of the versions that had feed items in place of feed elements.
  FeedItemPage: {
    title: 'Feed Item Page',
    props: [
      { name: 'currentPageUrl', type: 'String', until: '31.0' },
      { name: 'isModifiedToken', type: 'String', until: '31.0' },
      { name: 'isModifiedUrl', type: 'String', until: '31.0' },
      { name: 'items', type: 'Feed Item[]', until: '31.0' },
      { name: 'nextPageUrl', type: 'String', until: '31.0' },
      { name: 'updatesToken', type: 'String', until: '31.0' },
      { name: 'updatesUrl', type: 'String', until: '31.0' },
    ],
  },
};

/** Properties that the tables lack. */
export const addedProperties: Readonly<Record<string, readonly RawProperty[]>> = {
  // The page of the answer is lost; this is what the request takes.
  ActivityReminder: [
    { name: 'isReminderDisplayed', type: 'Boolean', since: '39.0' },
    { name: 'reminderDateTime', type: 'String', since: '39.0' },
  ],
};

/** Properties whose names the tables spell otherwise than answers do. */
export const misspeltProperties: Readonly<Record<string, string>> = {
  'FileSummary.checkSum': 'checksum',
};
