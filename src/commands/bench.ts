/** `npm run bench`: the project's own measurements, as a table. See bench/README.md. */
import { ask } from '../../bench/ask.ts';
import { measureAuthors } from '../../bench/authors.ts';
import { measureBuilds } from '../../bench/builds.ts';
import { measureDiagrams, measureDiagramScripts } from '../../bench/diagrams.ts';
import { describeFailure, fuzz } from '../../bench/fuzz/fuzz.ts';
import { measureFigures } from '../../bench/figures.ts';
import { killBuilds } from '../../bench/kills.ts';
import { checkNginx } from '../../bench/nginx.ts';
import { measurePaper } from '../../bench/paper.ts';
import { measurePages } from '../../bench/pages.ts';
import { measureReaders } from '../../bench/readers.ts';
import { measureSearch } from '../../bench/search.ts';

const wanted = process.argv.slice(2);
const wants = (name: string) => wanted.length === 0 || wanted.includes(name);

if (wants('author')) {
  const counts = wanted[0] === 'author' ? wanted.slice(1).map(Number) : [];
  console.table(await measureAuthors(counts.length ? counts : undefined));
}
if (wanted[0] === 'author') process.exit(0);
if (wanted.length === 1 && wants('figures')) {
  console.table((await measureFigures()) ?? 'FIGURES_DIR: -');
  process.exit(0);
}
if (wanted.length === 1 && wants('nginx')) {
  console.table((await checkNginx()) ?? 'nginx: -');
  process.exit(0);
}

if (wanted[0] === 'ask') {
  const [file = '', folder = process.env['OUT_DIR'] ?? 'dist'] = wanted.slice(1, 3);
  await ask(folder, file, console.log);
  process.exit(0);
}

if (wanted[0] === 'paper') {
  const measured = await measurePaper(wanted[1] ?? 'dist');
  console.table(measured?.faults ?? 'poppler: -');
  if (measured) console.table([measured.summary]);
  process.exit(0);
}

if (wanted[0] === 'readers') {
  const [folder = process.env['OUT_DIR'] ?? 'dist', runs = '5'] = wanted.slice(1, 3);
  console.table(await measureReaders(folder, Number(runs)));
  process.exit(0);
}
if (wanted[0] === 'fuzz') {
  const [seed = Date.now() % 1e6, runs = 10_000] = wanted.slice(1, 3).map(Number);
  const result = await fuzz(seed, runs, wanted[3]);
  console.log(`fuzz: seed ${seed}, ${result.runs} runs`);
  if (result.failure) console.log(describeFailure(result));
  process.exit(result.failure ? 1 : 0);
}
if (wanted[0] === 'kills') {
  const [seed = 1, count = 50] = wanted.slice(1, 3).map(Number);
  const { faults, ...counts } = await killBuilds(seed, count);
  console.table(counts);
  for (const fault of faults) console.log(fault);
  process.exit(faults.length ? 1 : 0);
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
