/** How many cards of a stored deck are due, read without the program that schedules them. */
export function countDue(deck: string | null, now: Date): number {
  try {
    const { cards } = JSON.parse(deck ?? 'null') as { cards: Record<string, { schedule: { due: string } }> };
    return Object.values(cards).filter(({ schedule }) => Date.parse(schedule.due) <= now.getTime()).length;
  } catch {
    return 0;
  }
}
