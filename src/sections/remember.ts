/** Texts of which the results are kept; then all are let go of, and those in use come back. */
const mostKept = 60_000;

/** A pure function of a text that works out nothing twice: while notes are written, nearly all texts stay as they are. */
export function remember<Result>(make: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = make(text);
      if (known.size >= mostKept) known.clear();
      known.set(text, result);
    }
    return result;
  };
}
