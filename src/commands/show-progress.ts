import cliProgress from 'cli-progress';

/** Shows how far long steps are. */
export interface ShownProgress {
  show: (step: string, done: number, total: number) => void;
  /** Takes away what is left of a step that was not finished. */
  close: () => void;
}

/** Steps with fewer parts than this are over before anybody wonders. */
const worthShowing = 40;
/** Milliseconds between two lines where there is no terminal. */
const betweenLines = 10_000;

/** A bar on a terminal, a line now and then elsewhere. */
export function openProgress(output: NodeJS.WriteStream = process.stdout): ShownProgress {
  let bar: cliProgress.SingleBar | null = null;
  let lastLine = Date.now();
  const close = () => {
    bar?.stop();
    bar = null;
  };
  const isBar = output.isTTY && !process.env['CI'];
  return {
    show(step, done, total) {
      if (total < worthShowing) return;
      if (!isBar) {
        if (Date.now() - lastLine < betweenLines || done >= total) return;
        lastLine = Date.now();
        output.write(`${step} ${done}/${total}\n`);
        return;
      }
      if (!bar) {
        bar = new cliProgress.SingleBar({
          stream: output,
          format: `${step} {bar} {value}/{total}`,
          clearOnComplete: true,
          hideCursor: null,
          // It would take the signals that end the build.
          gracefulExit: false,
        });
        bar.start(total, done);
      }
      bar.update(done);
      if (done >= total) close();
    },
    close,
  };
}
