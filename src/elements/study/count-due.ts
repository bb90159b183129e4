/** How many cards of a stored deck are due, read without the program that schedules them. */
export function countDue(deck: string | null, site: string, now: Date): number {
  try {
    const { site: of, cards } = JSON.parse(deck ?? 'null') as {
      site: unknown;
      cards: Record<string, { schedule: { due: string } }>;
    };
    if (of !== site) return 0;
    return Object.values(cards).filter(({ schedule }) => Date.parse(schedule.due) <= now.getTime()).length;
  } catch {
    return 0;
  }
}
