/** Keeps a copy like the site: whoever opens a page has what has changed since fetched, and what was begun finished. */
import { offlineWords } from '#words';
import { announce } from '../announce.ts';
import { readStored, writeStored } from '../stored.ts';
import { copyWish, CopyTrouble, measureList, readKept, readList } from './keep-copy.ts';
import { startCopy } from './copy-task.ts';

/** Quiet where nothing has changed, and where it cannot be done now. */
export async function followCopy(): Promise<void> {
  if (!navigator.onLine) return;
  try {
    const kept = await readKept();
    const wish = readStored(copyWish);
    if (!kept && !wish) return;
    const list = await readList();
    const hasExtras = wish ? wish === 'all' : kept?.hasExtras === true;
    const isSame = kept?.version === list.version && kept.bytes === measureList(list, hasExtras).bytes;
    if (isSame) return;
    await startCopy(hasExtras).done;
    announce(kept ? offlineWords().renewed : offlineWords().done);
  } catch (error) {
    // What cannot be kept is not tried again with every page; a copy that is there stays.
    const isHopeless = error instanceof CopyTrouble && (error.fault === 'full' || error.fault === 'blocked');
    if (isHopeless) writeStored(copyWish, null);
  }
}
