import { resolve } from 'node:path';
import { commandsWords } from '#words';
import { buildSite } from '../build/build-site.ts';
import { HalfExchanged } from '../build/output/exchange.ts';
import { checkOutputFolder, hasSite, OutputRefused } from '../build/output/output-folder.ts';
import { siteOrigin } from '../site.ts';
import { checkContent } from './check-content.ts';

/** Where the site goes. */
export function outFolder(): string {
  return process.env['OUT_DIR'] || 'dist';
}

/** Checks and builds, printing progress and a summary. False when there is an error; the old site then stays. */
export async function buildOnce(): Promise<boolean> {
  const contentDir = process.env['CONTENT_DIR'] || 'content';
  let target;
  try {
    target = await checkOutputFolder(outFolder(), { contentDir, projectRoot: resolve('.') });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return false;
  }
  const { atlas, hasErrors } = await checkContent();
  const words = commandsWords();
  if (!process.env['SITE_URL']?.trim()) console.log(words.exampleOrigin(siteOrigin()));
  const oldSite = async () => ((await hasSite(target)) ? ` ${words.oldSiteStays}` : '');
  if (!atlas || hasErrors) {
    console.log(words.notBuilt + (await oldSite()));
    return false;
  }
  try {
    const report = await buildSite(atlas, target, (line) => console.log(line));
    const steps = Object.entries(report.seconds).map(([step, seconds]) => `${step} ${seconds}초`);
    const size = (report.bytes / 1024 / 1024).toFixed(1);
    console.log(`끝: 노트 ${report.notes}개, ${size} MB, ${steps.join(', ')} → ${outFolder()}`);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(words.buildFailed(message));
    if (error instanceof HalfExchanged) console.error(words.halfExchanged(outFolder()));
    if (process.env['ATLAS_DEBUG']) console.error(error);
    else if (!(error instanceof OutputRefused)) console.error(words.debugHint + (await oldSite()));
    return false;
  }
}
