/** `Innovative, experienced, Unix and`: a piece of a sentence in a column, which goes on below. */
export const isUnended = (text: string): boolean =>
  /\s(?:and|und|et|e|y|of|the|with|for|für|de|du|des|della)$/.test(text);

/** `Kite Zealot, Conservative, and Nomad`, `in an hour. - Blake`, `Basta. Vergogna. Basta.`: mottoes and quotations below a name; not `Heron, Finch, and Wren`. */
export const isMotto = (text: string): boolean =>
  isUnended(text) ||
  /\p{L} \p{L}[^,]*,.*, and \p{L}|\s--\s|[.!?]\s[-–—]|\p{Ll}{4}[.!?]\s\p{Lu}.*[.!?](?:\s|$)|^(?:And|But) |\bASCII [Rr]ibbon|(?:against|AGAINST) HTML/u.test(
    text,
  );

/** `The wind is free`, `You’ve got a kite`: words of English sentences, which a firm's name has where it has its form. */
export const hasSentenceWords = (text: string): boolean =>
  /^[^(]*\s(?:is|are|was|were|be|been|you|we|they|which|who|beyond|because)\s|\p{L}['’](?:ve|re|m|t|ll)\s/u.test(text);
