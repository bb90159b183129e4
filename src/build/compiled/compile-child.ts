/** A process of its own for one compilation: what Vite and Astro take of memory ends with it. */
import { openProjectStore } from '../open-store.ts';
import { openSession } from '../../content/session.ts';
import { withBuildLock } from '../build-lock.ts';
import { openCompiled } from './open-compiled.ts';

openProjectStore();
const atlas = await openSession().atlas();
await withBuildLock(() => openCompiled(atlas));
