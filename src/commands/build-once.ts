import { resolve } from 'node:path';
import { commandsWords, setLanguage } from '#words';
import { findContent, hashInputs, isCurrent, readStamp, writeStamp } from '../build/build-stamp.ts';
import { HalfExchanged } from '../build/output/exchange.ts';
import { checkOutputFolder, hasSite, OutputRefused, readTitle } from '../build/output/output-folder.ts';
import { isOtherSite } from '../build/output/site-mark.ts';
import { messageOf, nameSlip } from '../content/faults.ts';
import { findAddressTrouble, isExampleOrigin, siteOrigin } from '../site.ts';
import { expectCache, notesFolder, outFolder } from './folders.ts';

/**
 * Checks and builds, printing progress and a summary. False when there is an error; the old site then stays.
 * @param onReadable called as soon as the site can be read, when cards may still be drawn; not where it fails before
 */
export async function buildOnce(onReadable?: () => Promise<void>): Promise<boolean> {
  const trouble = findAddressTrouble();
  if (trouble !== null) {
    console.error(trouble);
    return false;
  }
  let target;
  try {
    target = await checkOutputFolder(outFolder(), {
      contentDir: notesFolder(),
      projectRoot: resolve('.'),
    });
    await expectCache();
  } catch (error) {
    console.error(messageOf(error));
    return false;
  }
  const stamp = await readStamp(target);
  const before = hashInputs();
  if (stamp && isCurrent(stamp, target, before)) {
    // The folder, which says in what language it speaks, is not opened.
    setLanguage(stamp.language);
    for (const line of stamp.lines) console.log(line);
    console.log(commandsWords().unchanged(outFolder()));
    await onReadable?.();
    return true;
  }
  const lines: string[] = [];
  // Loaded only now: a build that has nothing to do need not wait for what would do it.
  const { checkContent } = await import('./check-content.ts');
  const print = (line: string) => {
    lines.push(line);
    console.log(line);
  };
  const { atlas, problems, hasErrors } = await checkContent(print);
  const words = commandsWords();
  if (isExampleOrigin()) print(words.exampleOrigin(siteOrigin()));
  let isMovedIn = false;
  const standingSite = async () => {
    if (isMovedIn) return ` ${words.newSiteStands}`;
    return (await hasSite(target)) ? ` ${words.oldSiteStays}` : '';
  };
  if (!atlas || hasErrors) {
    console.log(words.notBuilt + (await standingSite()));
    return false;
  }
  const [title, notes] = [await readTitle(target), stamp?.content];
  if (
    title !== undefined &&
    isOtherSite({ title, notes }, { title: atlas.library.subject.title, notes: findContent() })
  ) {
    const isStrict = process.env['STRICT'] === '1';
    console.log(words.otherSite(outFolder(), title, notes ?? '', isStrict));
    if (isStrict) return false;
  }
  const { openProgress } = await import('./show-progress.ts');
  const progress = openProgress();
  try {
    const { buildSite } = await import('../build/build-site.ts');
    const report = await buildSite(atlas, target, stamp?.files ?? new Map(), {
      say: (line) => console.log(line),
      progress: progress.show,
      onReadable,
      onMovedIn: () => (isMovedIn = true),
    });
    const steps = Object.entries(report.seconds).map(([step, seconds]) =>
      commandsWords().seconds(step, seconds),
    );
    const size = (report.bytes / 1024 / 1024).toFixed(1);
    console.log(commandsWords().done(report.notes, size, steps, outFolder()));
    const { describeLosses } = await import('./print-report.ts');
    const { findHostLimits } = await import('../build/host-limits.ts');
    const losses = [...describeLosses(problems), ...findHostLimits(report.site.record)];
    for (const line of losses) console.log(line);
    // What could not be drawn today may be drawn tomorrow.
    const isFinal = report.site.isWhole && !report.diagrams.failed.length;
    await writeStamp(target, isFinal ? before.authored : null, [...lines, ...losses], report.site.record);
    return true;
  } catch (error) {
    progress.close();
    console.error(words.buildFailed(messageOf(nameSlip(error, '', words.steps.files))));
    if (error instanceof HalfExchanged) console.error(words.halfExchanged(outFolder()));
    if (process.env['ATLAS_DEBUG']) console.error(error);
    else if (error instanceof HalfExchanged) console.error(words.debugHint);
    else if (!(error instanceof OutputRefused)) console.error(words.debugHint + (await standingSite()));
    return false;
  }
}
