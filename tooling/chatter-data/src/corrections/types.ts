/**
 * What the type column says in prose or in another language, as expressions: names of body types, `X[]`, `Map<X>`, `|`.
 */
export const typeNotations: Readonly<Record<string, string>> = {
  '': 'Unknown',
  '?': 'Unknown',
  'Depends on type.': 'Object',
  'Depends on type of comment': 'Object',
  'one of the old Feed Item Attachment types': 'Object',
  'Object on success; Error Message[] on failure': 'Object|Error Message[]',
  'User Detail or User Summary': 'User Detail|User Summary',
  'Generic Bundle CapabilityorTracked Change Bundle Capability':
    'Generic Bundle Capability|Tracked Change Bundle Capability',
  'Question and And Answers Capability': 'Question and Answers Capability',
  'One of these response bodies:Feed Item SummaryFeed Entity Not Available Summary':
    'Feed Item Summary|Object',
  'One of these response bodies:Record SummaryUser SummaryUnauthenticated User':
    'Record Summary|User Summary|Unauthenticated User',
  'One of these response bodies:File SummaryGroupRecord SummaryUser Summary':
    'File Summary|Group|Record Summary|User Summary',
  'One of:Repository Group SummaryRepository User Summary': 'Repository Group Summary|Object',
  'One of these response bodies:File DetailFile SummaryGroupGroup DetailRecord SummaryRecord ViewUser DetailUser Summary':
    'File Detail|File Summary|Group|Group Detail|Record Summary|Record View|User Detail|User Summary',
  'Feed Item[]orGeneric Feed Element[]': 'Feed Element Item[]',
  'Feed Item[]|Generic Feed Element[]': 'Feed Element Item[]',
  'A collection of these response bodies:Non-Entity RecommendationThis response body isn’t available in version 34.0 and later. In version 34.0 and later, the Chatter Recommendation response body is used for all recommendations.Chatter Recommendation':
    'Chatter Recommendations[]',
  'Related Feed Post[]orRelated Question[]': 'Related Post[]',
  'Repository Group Summary[]Repository User Summary[]': 'Repository Group Summary[]',
  'User Summary|Group Detail|File Summary|Record Summary|Topic (Depends on the followed thing)':
    'User Summary|Group Detail|File Summary|Record Summary|Topic',
  'User Mission Activity[]ORUser Mission[]': 'Object[]',
  'Integer (guide says String; captured as a number)': 'Integer',
  'String.': 'String',
  Token: 'String',
  'String Text to post': 'String',
  'String. One of the following:CreatedDateDescLastModifiedDateDesc': 'String',
  'Custom Recommendation Definition (Apex name)': 'Custom Recommendation Definition',
  'Custom List Audience Criteria InputorNew User Audience Criteria Input': 'Object',
  'User Setting': 'User Settings',
  // Documented as an object of objects, and sent as a list of ids in the guide's own example.
  'User Recipient List Input': 'String[]|User Message Recipient List Input',
  // Documented as a list, and sent inside an object in the guide's own example.
  'Stream Subscription Input[]': 'Stream Subscription Input[]|Stream Subscriptions Input',
  'Segments[]': 'Message Segment[]',
  FeedElement: 'Feed Element Item',
  ActorWithId: 'User Summary|Group|Record Summary|File Summary',
  FeedElementType: 'String',
  FilePreviewFormat: 'String',
  FilePreviewStatus: 'String',
  ManagedTopicType: 'String',
  SocialPostStatus: 'Object',
  // Named, and described nowhere.
  SocialAccount: 'Object',
  AudienceCriteria: 'Object',
  'Files Connect Field Value Input[]': 'Object[]',
  'Files Connect Permission Input[]': 'Object[]',
  'User ID Collection Input': 'Object',
};

/** Types of what the guide gives none, by name. Whatever else has none is a text. */
export const typesByName: Readonly<Record<string, string>> = {
  page: 'Integer',
  pageSize: 'Integer',
  maxResults: 'Integer',
  exactMatch: 'Boolean',
  fallBackToRenamedTopics: 'Boolean',
};

/** Names that answers use for one of several body types. */
export const unionMembers: Readonly<Record<string, readonly string[]>> = {
  FeedElementItem: ['FeedItem', 'GenericFeedElement'],
  RelatedPost: ['RelatedQuestion', 'RelatedFeedPost'],
  MessageSegment: [
    'MessageSegmentEntityLink',
    'MessageSegmentFieldChange',
    'MessageSegmentFieldChangeName',
    'MessageSegmentFieldChangeValue',
    'MessageSegmentHashtag',
    'MessageSegmentInlineImage',
    'MessageSegmentLink',
    'MessageSegmentMarkupBegin',
    'MessageSegmentMarkupEnd',
    'MessageSegmentMention',
    'MessageSegmentMoreChanges',
    'MessageSegmentResourceLink',
    'MessageSegmentText',
  ],
  MessageSegmentInput: [
    'MessageSegmentInputEntityLink',
    'MessageSegmentInputHashTag',
    'MessageSegmentInputInlineImage',
    'MessageSegmentInputLink',
    'MessageSegmentInputMarkupBegin',
    'MessageSegmentInputMarkupEnd',
    'MessageSegmentInputMention',
    'MessageSegmentInputText',
  ],
};

/** What captured answers and the guide's own examples prove about single properties: `type.property`. */
export const propertyTypes: Readonly<Record<string, string>> = {
  'MessageBodyInput.messageSegments': 'Message Segment Input[]',
  'MessageSegmentMention.record': 'User Summary|Group',
  'RecordViewSection.fields': 'Record Field[]',
  'QuestionAndAnswersSuggestionCollection.questions': 'Object[]',
  // Documented as one, in an answer that says how many there are.
  'GroupMembershipRequestCollection.requests': 'Group Membership Request[]',
  'BatchInput.richInput': 'Object',
  'GenericBatchInput.richInput': 'Object',
  // The only tokens that are numbers: 0 was captured where all others are texts or null.
  'LikePage.currentPageToken': 'Integer',
  'LikePage.nextPageToken': 'Integer',
  'LikePage.previousPageToken': 'Integer',
};

/** What a request cannot do without, where the tables say nothing or only that it depends: `type`: properties. */
export const neededProperties: Readonly<Record<string, readonly string[]>> = {
  FeedItemInput: ['feedElementType', 'subjectId'],
  GenericBatchInput: ['method', 'url'],
  MessageBodyInput: ['messageSegments'],
  MessageSegmentInputEntityLink: ['entityId', 'type'],
  MessageSegmentInputHashTag: ['tag', 'type'],
  MessageSegmentInputInlineImage: ['fileId', 'type'],
  MessageSegmentInputLink: ['type', 'url'],
  MessageSegmentInputMarkupBegin: ['markupType', 'type'],
  MessageSegmentInputMarkupEnd: ['markupType', 'type'],
  MessageSegmentInputMention: ['type'],
  MessageSegmentInputText: ['text', 'type'],
};
