/** Polite endings that are 이다 in plain style though a verb stands there: 줄입니다, 보입니다. */
const verb = /(?:보|줄|높|쓰|모|붙|먹|기울|움직|들|녹|섞|쌓|속)이$/u;

/**
 * A sentence of polite Korean as the plain style ends it: 의미합니다 is 의미한다, 입니다 is 이다. What sentences say is told
 * by their endings, and notes have either. Other text is returned as it is.
 */
export function toPlainStyle(sentence: string): string {
  return sentence.replace(
    /(?:(?<past>[가-힣])습|(?<polite>[가-힣]))니다(?=[.。:：]?$)/u,
    (all: string, past: string | undefined, polite: string, at: number) => {
      if (past !== undefined) return `${past}다`;
      const code = polite.charCodeAt(0);
      // A verb has ㅂ at its end here, and ㄴ in plain style.
      if ((code - 0xac00) % 28 !== 17) return all;
      const open = String.fromCharCode(code - 17);
      const stem = sentence.slice(0, at) + open;
      const isNoun = (open === '이' && !verb.test(stem)) || /아니$/u.test(stem);
      return isNoun ? `${open}다` : `${String.fromCharCode(code - 13)}다`;
    },
  );
}
