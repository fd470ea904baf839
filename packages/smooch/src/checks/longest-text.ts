/** As much the service takes as the text of a message, in characters. */
export const longestText = 4096;
