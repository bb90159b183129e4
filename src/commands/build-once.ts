import { buildSite } from '../build/build-site.ts';
import { checkContent } from './check-content.ts';

/** Where the site goes. */
export function outFolder(): string {
  return process.env['OUT_DIR'] || 'dist';
}

/** Checks and builds, printing progress and a summary. False when there is an error; the old site then stays. */
export async function buildOnce(): Promise<boolean> {
  const { atlas, hasErrors } = await checkContent();
  if (!atlas || hasErrors) {
    console.log(
      '빌드하지 않았습니다. 위의 오류를 고친 뒤 다시 하십시오. 전에 만든 사이트는 그대로 있습니다.',
    );
    return false;
  }
  try {
    const report = await buildSite(atlas, outFolder(), (line) => console.log(line));
    const steps = Object.entries(report.seconds).map(([step, seconds]) => `${step} ${seconds}초`);
    const size = (report.bytes / 1024 / 1024).toFixed(1);
    console.log(`끝: 노트 ${report.notes}개, ${size} MB, ${steps.join(', ')} → ${outFolder()}`);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`빌드하지 못했습니다: ${message}`);
    if (process.env['ATLAS_DEBUG']) console.error(error);
    else
      console.error(
        '자세한 내용은 ATLAS_DEBUG=1로 다시 돌리면 나옵니다. 전에 만든 사이트는 그대로 있습니다.',
      );
    return false;
  }
}
