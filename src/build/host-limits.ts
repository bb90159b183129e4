import { commandsWords } from '#words';
import { compareText, toPrintable } from '../knowledge/problem.ts';

/** The narrowest limits of the hosts that the README names: https://developers.cloudflare.com/pages/platform/limits/ */
const mostFiles = 20_000;
const mostMegabytes = 25;
/** How many files are named. */
const mostNamed = 5;

/** What a host would refuse of a site, a line each, so that nobody learns it from a failed upload. */
export function findHostLimits(files: ReadonlyMap<string, { bytes: number }>): string[] {
  const words = commandsWords();
  const large = [...files]
    .filter(([, { bytes }]) => bytes > mostMegabytes * 2 ** 20)
    .sort(([one], [other]) => compareText(one, other))
    .slice(0, mostNamed)
    .map(([path, { bytes }]) =>
      words.tooLargeFile(toPrintable(path), (bytes / 2 ** 20).toFixed(1), mostMegabytes),
    );
  return files.size > mostFiles ? [words.tooManyFiles(files.size, mostFiles), ...large] : large;
}
