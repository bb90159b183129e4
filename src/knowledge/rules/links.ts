import type { Library } from '../library.ts';
import type { Link, Note } from '../note.ts';
import type { Problem } from '../problem.ts';
import { problemsWords } from '#words';
import { publishedEndings } from '../published-files.ts';
import { hasAnchor, readableUrl, resolveLink } from '../resolve-link.ts';
import { findNearest } from '../text.ts';
import { inFile, type Rule } from './rule.ts';

/** Links, anchors and images that lead nowhere. */
export const findBrokenLinks: Rule = ({ library, isStrict }) => {
  const problems: Problem[] = [];
  const severity = isStrict ? 'error' : 'warning';
  const say = (
    note: Note,
    link: Link,
    kind: Problem['kind'],
    message: string,
    level: Problem['severity'] = severity,
  ) => problems.push({ ...inFile(note, link), severity: level, kind, message });
  for (const note of library.notes) {
    const unresolved = listUnresolved(note, library);
    for (const link of note.outline.links) {
      if (unresolved.length > mostUnresolved && unresolved.includes(link)) continue;
      if (link.url === '') {
        say(note, link, 'link', problemsWords().links.emptyAddress(link.text));
        continue;
      }
      const target = resolveLink(link.url, note, library.links);
      if (target.kind === 'missing') {
        const nearest = nearestNote(target.wanted, library.notes);
        say(note, link, 'link', problemsWords().links.noNote(target.wanted, nearest));
      } else if (target.kind === 'private') {
        say(note, link, 'link', problemsWords().links.toHeldNote(readableUrl(link.url)), 'warning');
      } else if (target.kind === 'withheld') {
        // What is wrong with a picture is said where it was read.
        if (library.links.pictures.has(target.path)) continue;
        say(note, link, 'file', problemsWords().links.withheld(target.path, publishedEndings), 'warning');
      } else if (target.kind === 'unsafe') {
        say(note, link, 'link', problemsWords().links.unsafeScheme(target.scheme));
      } else if (target.kind === 'note' && target.anchor && !hasAnchor(target.note, target.anchor)) {
        const known = target.note.outline.sections.map((section) => section.slug);
        const [nearest] = findNearest(target.anchor, known);
        const message = problemsWords().links.noSection(
          target.note.title,
          target.anchor,
          nearest,
          known.slice(0, mostNamed),
        );
        say(note, link, 'anchor', message);
      }
    }
    if (unresolved.length > mostUnresolved) {
      const wanted = [...new Set(unresolved.map(({ url }) => readableUrl(url)))];
      const message = problemsWords().wikilinks.many(unresolved.length, wanted.slice(0, mostNamed));
      say(note, unresolved[0] as Link, 'link', message, 'warning');
    }
    for (const image of note.outline.images) {
      const target = resolveLink(image.url, note, library.links);
      if (target.kind === 'external' || image.url.startsWith('data:')) {
        say(note, image, 'image', problemsWords().links.outsideImage, 'warning');
      } else if (target.kind === 'withheld') {
        if (library.links.pictures.has(target.path)) continue;
        say(note, image, 'file', problemsWords().links.withheld(target.path, publishedEndings), 'warning');
      } else if (target.kind !== 'asset') {
        const files = [...library.links.assets];
        const [nearest] = findNearest(readableUrl(image.url), files);
        say(note, image, 'image', problemsWords().links.noImage(readableUrl(image.url), nearest));
      }
      if (!image.text && isStrict) say(note, image, 'image', problemsWords().links.noAlternative, 'warning');
    }
  }
  return problems;
};

/** Vaults are full of links to notes that are yet to be written: more than so many in a note are said in one line. */
const mostUnresolved = 5;

function listUnresolved(note: Note, library: Library): Link[] {
  return note.outline.links.filter(
    (link) => link.url.startsWith('wiki:') && resolveLink(link.url, note, library.links).kind === 'missing',
  );
}

/** How many of a note's sections a message names at most. */
const mostNamed = 8;

/** The path of the note whose name is nearest to what was wanted. */
function nearestNote(wanted: string, notes: readonly Note[]): string | undefined {
  const name =
    wanted
      .replace(/\.mdx?$/iu, '')
      .split('/')
      .at(-1) ?? wanted;
  const [nearest] = findNearest(
    name,
    notes.map((note) => note.id.split('/').at(-1) ?? note.id),
  );
  return notes.find((candidate) => (candidate.id.split('/').at(-1) ?? candidate.id) === nearest)?.path;
}
