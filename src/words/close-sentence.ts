/** A text as a sentence, so that another may follow: the author may have set its full stop already. */
export function closeSentence(text: string): string {
  return /[.!?…。！？][”’"'»)\]」』]*$/u.test(text) ? text : `${text}.`;
}
