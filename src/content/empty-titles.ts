const sayingNothing =
  /^(?:index|readme|overview|introduction|intro|home|contents|table of contents|summary|welcome|개요|소개|목차|차례|홈|머리말|들어가며|시작하며)$/iu;

/** Whether every folder's first note may have this title: in a list of folders it tells none from another. */
export function isEmptyTitle(title: string): boolean {
  return sayingNothing.test(title.trim());
}
