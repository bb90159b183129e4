/**
 * Seconds that the processor worked, which others who use the machine do not lengthen much: what grows with the
 * square takes minutes where the limit is seconds.
 */
export async function secondsOf(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
