/** What only questions need, and what is looked for when nothing else answers: loaded with the first of them. */
export { findAspect } from './find-aspect.ts';
export { findStatement } from './choose-statement.ts';
