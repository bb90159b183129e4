import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What one run of a command took. */
export interface Run {
  /** Seconds of the processors, of the whole tree of processes. */
  cpu: number;
  /** Seconds on the clock. */
  wall: number;
  /** Gibibytes of the whole tree at its peak; pages that processes share count for each. */
  memory: number;
}

/** A command that runs and is measured. */
export interface Measured {
  /** What it took until now. */
  look(): Run;
  /** What it took, once it has ended. Rejects when it fails and was not told to end. */
  ended: Promise<Run>;
  /** Tells it to end. */
  stop(): void;
}

/** Starts a command and measures it with all its children. Linux only: it reads `/proc`. */
export function startRun(
  command: string,
  args: string[],
  options: { cwd?: string; env?: object } = {},
): Measured {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd: options.cwd ?? process.cwd(),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...options.env },
  });
  let memory = 0;
  let isStopped = false;
  /** The largest seconds that each process was seen with: children that are gone keep what they had. */
  const seconds = new Map<number, number>();
  const look = (): Run => {
    let bytes = 0;
    for (const { pid, cpu, resident } of listTree(child.pid ?? 0)) {
      seconds.set(pid, cpu);
      bytes += resident;
    }
    memory = Math.max(memory, bytes);
    const cpu = [...seconds.values()].reduce((sum, each) => sum + each, 0);
    return { cpu, wall: (performance.now() - start) / 1000, memory: memory / 1024 ** 3 };
  };
  const timer = setInterval(look, 100);
  const ended = new Promise<Run>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      clearInterval(timer);
      if (code && !isStopped) fail(new Error(`${command} ${args.join(' ')} ended with ${code}`));
      else done(look());
    });
  });
  return {
    look,
    ended,
    stop: () => {
      isStopped = true;
      child.kill();
    },
  };
}

/** Runs a command to its end and measures it. Rejects when it fails. */
export function measureRun(...run: Parameters<typeof startRun>): Promise<Run> {
  return startRun(...run).ended;
}

const [ticks, page] = [100, 4096];

function listTree(root: number): { pid: number; cpu: number; resident: number }[] {
  const found = new Map<number, { pid: number; parent: number; cpu: number; resident: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const [parent = 0, user = 0, system = 0, resident = 0] = [
        fields[1],
        fields[11],
        fields[12],
        fields[21],
      ];
      found.set(Number(name), {
        pid: Number(name),
        parent,
        cpu: (user + system) / ticks,
        resident: resident * page,
      });
    } catch {
      // It ended while it was looked at.
    }
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (found.has(pid) && isBelow(found.get(pid)?.parent ?? 0));
  return [...found.values()].filter(({ pid }) => isBelow(pid));
}

/** Seconds that a fixed piece of work takes here: measurements of other machines compare as multiples of it. */
export function calibrate(): number {
  const start = process.cpuUsage();
  let text = '';
  for (let round = 0; round < 3_000_000; round++) text = `${text.slice(-40)}${(round * 2_654_435_761) % 97}`;
  const { user } = process.cpuUsage(start);
  return text ? user / 1e6 : 0;
}
