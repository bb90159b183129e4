/** How a command asks `bootstrap.mjs` to start it again: its exit code, and the variable that tells it that it was. */
export const startAgain = { code: 75, variable: 'ATLAS_STARTED_AGAIN' };
