import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Three projects: rules that need nothing, our own notes, and the built site. `npm test` builds the site before it runs the last. */
export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which on two cores is half of the machine.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'content',
          include: ['tests/content/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          // Opening a site's search and asking hundreds of queries is work, on any machine.
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
