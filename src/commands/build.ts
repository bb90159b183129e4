/** `npm run build`: check, then build into `OUT_DIR`; exit 1 on any error, with the old site still in place. `--strict` as for check. */
import { buildOnce } from './build-once.ts';

if (process.argv.includes('--strict')) process.env['STRICT'] = '1';
process.exit((await buildOnce()) ? 0 : 1);
