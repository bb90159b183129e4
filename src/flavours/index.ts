/**
 * The conventions of other tools that notes are read with, all of them in every folder, because their marks do not
 * collide; where two would, the rule stands in the file of the one that gives way. The order is the order in which the
 * tree passes through them.
 */
import type { Root } from 'mdast';
import type { PluggableList } from 'unified';
import { abbreviations } from './abbreviations.ts';
import { admonitions } from './admonitions.ts';
import { attributeLists } from './attribute-lists.ts';
import { bareTables } from './bare-tables.ts';
import { blockIds } from './block-ids.ts';
import { boxes } from './boxes.ts';
import { criticMarks } from './critic-marks.ts';
import { definitionLists } from './definition-lists.ts';
import { escapes } from './escapes.ts';
import type { Flavour, FlavourContext } from './flavour.ts';
import { componentWords } from './component-words.ts';
import { codeParts } from './code-parts.ts';
import { codeMarks } from './code-marks.ts';
import { emojiNames } from './emoji-names.ts';
import { docstrings } from './docstrings.ts';
import { embeds } from './embeds.ts';
import { foreignMarks } from './foreign-marks.ts';
import { gridTables } from './grid-tables.ts';
import { highlights } from './highlights.ts';
import { iconsAndKeys } from './icons-and-keys.ts';
import { importedCode } from './imported-code.ts';
import { includes } from './includes.ts';
import { inlineFields } from './inline-fields.ts';
import { liquidLoops } from './liquid-loops.ts';
import { lineBreaks } from './line-breaks.ts';
import { emptyBlocks, logseqOutline } from './logseq-outline.ts';
import { maths } from './maths.ts';
import { partials } from './partials.ts';
import { propertyLines } from './property-lines.ts';
import { raisedText } from './raised-text.ts';
import { roles } from './roles.ts';
import { spacedLinks } from './spaced-links.ts';
import { tags } from './tags.ts';
import { taskStates } from './task-states.ts';
import { wikilinks } from './wikilinks.ts';

/** What a note's own text says. */
const own: Flavour[] = [
  escapes,
  componentWords,
  liquidLoops,
  logseqOutline,
  partials,
  importedCode,
  codeParts,
  roles,
  maths,
  propertyLines,
  spacedLinks,
  wikilinks,
  inlineFields,
  gridTables,
  bareTables,
  definitionLists,
  taskStates,
  docstrings,
  boxes,
  admonitions,
  codeMarks,
  criticMarks,
  attributeLists,
  iconsAndKeys,
  emojiNames,
  raisedText,
  abbreviations,
  includes,
  foreignMarks,
  highlights,
  blockIds,
  tags,
];
/** What other notes put into it, and what asks for the text as it then is. */
const withOthers: Flavour[] = [embeds, emptyBlocks, lineBreaks];

/** Their marks, for the parser. */
export const flavourSyntax: PluggableList = [...own, ...withOthers].flatMap(({ syntax }) => syntax ?? []);

/** Brings a freshly parsed note into the shape that everything else knows. */
export function adaptFlavours(tree: Root, context: FlavourContext): void {
  readOwnMarks(tree, context);
  putInOthers(tree, context);
}

/** The part of `adaptFlavours` that is alike wherever a note is shown which includes nothing. */
export function readOwnMarks(tree: Root, context: FlavourContext): void {
  for (const { adapt } of own) adapt?.(tree, context);
}

/** The rest of it, which depends on what else a page shows. */
export function putInOthers(tree: Root, context: FlavourContext): void {
  for (const { adapt } of withOthers) adapt?.(tree, context);
}
