/** Every key that does something, for the help dialog and the page about the site. */
export const shortcuts: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['Ctrl K', '⌘ K'], '검색 열기'],
  [['/'], '검색 열기'],
  [['↑', '↓'], '검색 결과 고르기'],
  [['Enter'], '고른 절로 가기'],
  [['j', 'k'], '다음 절, 이전 절'],
  [['[', ']'], '이전 노트, 다음 노트'],
  [['?'], '이 도움말'],
  [['Tab'], '링크의 미리보기'],
  [['Esc'], '미리보기와 창 닫기'],
];
