import { join, resolve } from 'node:path';
import { hashCode } from '../store/code-hash.ts';
import { closeStore, openStore } from '../store/recall.ts';
import { cacheFolder } from './build-lock.ts';

/**
 * Opens the store of this checkout for a command, and writes what is new when the process ends. What stands in the
 * folder is not ours until `claimCache` has said so.
 */
export function openProjectStore(): void {
  openStore(join(cacheFolder, 'store.sqlite'), hashCode(resolve('.')));
  process.once('exit', closeStore);
}
