/** Where all people of the org are, and how dates and numbers are written there. */
export const orgLocale = {
  locale: 'sv_SE',
  language: 'en_US',
  timeZone: 'Europe/Stockholm',
  utcOffsetMs: 3_600_000,
  currencySymbol: 'kr',
  currencyIsoCode: 'SEK',
} as const;
