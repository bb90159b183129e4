/** `npm run bench`: the project's own measurements, as a table. See bench/README.md. */
import { measureAuthors } from '../../bench/authors.ts';
import { measureBuilds } from '../../bench/builds.ts';
import { measureDiagrams, measureDiagramScripts } from '../../bench/diagrams.ts';
import { checkNginx } from '../../bench/nginx.ts';
import { measurePages } from '../../bench/pages.ts';
import { measureSearch } from '../../bench/search.ts';

const wanted = process.argv.slice(2);
const wants = (name: string) => wanted.length === 0 || wanted.includes(name);

if (wants('author')) console.table(await measureAuthors());
if (wanted.length === 1 && wanted[0] === 'author') process.exit(0);
if (wanted.length === 1 && wants('nginx')) {
  console.table((await checkNginx()) ?? 'nginx: -');
  process.exit(0);
}

const sites = await measureBuilds();
if (wants('build'))
  console.table(
    sites.map(({ name, notes, seconds, memory, bytes }) => ({ name, notes, seconds, memory, bytes })),
  );
if (wants('page')) console.table(await measurePages(sites));
if (wants('search')) console.table(await measureSearch(sites));
if (wants('diagram')) {
  console.table(await measureDiagrams());
  const [own] = sites;
  if (own) console.table(await measureDiagramScripts(own));
}
