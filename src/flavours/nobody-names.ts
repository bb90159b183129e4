/** Names by which authors of two languages say that a box, a part or an element is for nobody, whatever a tool calls them. */
export const latinNobodyNames = ['hidden', 'private', 'internal', 'confidential', 'secret', 'draft'];

/** The same as alternatives of a pattern. */
export const nobodyNames = [
  ...latinNobodyNames,
  ...['비공개', '비밀', '숨김', '내부용', '대외비', '초안'],
].join('|');

/** What stands behind such a name where a part begins, and where it ends. */
export const beginWords = 'begin|start|시작';
export const endWords = 'end|stop|끝|종료';
