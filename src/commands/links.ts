/** `npm run links`: how the notes hang together. `--all`: without a limit on the lists. */
import { openSession } from '../content/session.ts';
import { reportLinks } from '../knowledge/link-report.ts';
import { commandsWords } from '#words';
import { printList } from './print-list.ts';

const atlas = await openSession().atlas();
const words = commandsWords().links;
const { notes, links, relations, orphans, deadEnds, mostLinked, unresolved } = reportLinks(atlas.library);
const limit = process.argv.includes('--all') ? Infinity : 20;
const file = (path: string) => `${atlas.name}/${path}`;

console.log(words.count(notes, links, relations));
printList(
  words.mostLinked,
  mostLinked
    .slice(0, limit === Infinity ? Infinity : 10)
    .map(({ note, from }) => `${file(note.path)}  ${note.title}  ${words.from(from)}`),
  words,
);
printList(
  words.orphans(orphans.length),
  orphans.map(({ path, title }) => `${file(path)}  ${title}`),
  words,
  limit,
);
printList(
  words.deadEnds(deadEnds.length),
  deadEnds.map(({ path, title }) => `${file(path)}  ${title}`),
  words,
  limit,
);
printList(
  words.unresolved(
    unresolved.length,
    unresolved.reduce((sum, { places }) => sum + places.length, 0),
  ),
  unresolved.flatMap(({ wanted, places }) =>
    places.map(({ path, line, column }) => `${file(path)}:${line}:${column}  ${wanted}`),
  ),
  words,
  limit,
);
