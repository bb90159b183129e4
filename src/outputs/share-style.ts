/**
 * What `s/s.css` holds: a share page looks like the site where scripts do not run and a reader stays on it. Only
 * then it is loaded. The colours are those of `styles/tokens.css`; the page's title, which it says only once, is shown.
 */
export const shareStyle = [
  ':root{color-scheme:light dark;background:light-dark(oklch(98.8% .004 85),oklch(18.5% .006 70));color:light-dark(oklch(24% .018 262),oklch(93% .008 85));font:1.0625rem/1.75 "Pretendard Variable",Pretendard,-apple-system,"Apple SD Gothic Neo","Noto Sans KR","Malgun Gothic",sans-serif;word-break:keep-all}',
  'head,title{display:block}',
  'head,main{max-inline-size:43rem;margin:auto;padding-inline:1.125rem}',
  'title{padding-block:4rem 1.5rem;font-size:1.5rem;font-weight:700;line-height:1.35}',
  'main{padding-block-end:4rem}',
  'body,h1{margin:0;font-size:inherit}',
  'a{display:inline-block;padding-block:.6rem;color:light-dark(oklch(46% .14 262),oklch(79% .1 256));text-underline-offset:.22em}',
  ':focus-visible{outline:2px solid;outline-offset:2px}',
  '',
].join('\n');
