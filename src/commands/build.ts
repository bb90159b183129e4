/** `npm run build`: check, then build into `OUT_DIR`; exit 1 on any error, with the old site still in place. */
import { buildOnce } from './build-once.ts';

process.exit((await buildOnce()) ? 0 : 1);
