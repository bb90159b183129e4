/** What only questions need, and what is looked for when nothing else answers: loaded with the first of them. */
export { beginNote } from './begin-note.ts';
export { findAsked } from './find-asked.ts';
export { findAspect } from './find-aspect.ts';
export { findEnumerated } from './choose-enumerated.ts';
export { findGiven } from './choose-given.ts';
export { findFormula } from './choose-formula.ts';
export { findNearest } from './choose-nearest.ts';
export { findMention, spellOut } from './choose-mention.ts';
export { definePart, defineRest, explainPurpose } from './define-part.ts';
export { findReason, readReason } from './choose-reason.ts';
export { findStatement } from './choose-statement.ts';
export { isSure, listWays } from './confirm.ts';
export { verbWeight, weighWord } from './weigh-word.ts';
