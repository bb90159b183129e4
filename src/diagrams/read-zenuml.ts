/**
 * ZenUML, which Mermaid draws only with a plugin, as the sequence that it says: calls (`a = B.find(id) {`), messages
 * (`A->B: text`), blocks and returns, line for line.
 */
/** Who calls where the source names nobody. */
const nobody = '▷';

/** Words that open a block, and what Mermaid calls it. */
const blocks = new Map([
  ['if', 'alt'],
  ['while', 'loop'],
  ['for', 'loop'],
  ['foreach', 'loop'],
  ['loop', 'loop'],
  ['par', 'par'],
  ['opt', 'opt'],
  ['try', 'alt'],
  ['critical', 'critical'],
]);
/** Words that open another branch of the block before them. */
const branches = new Set(['else', 'catch', 'finally']);
const names = String.raw`(?:"[^"]*"|[\p{L}\p{N}_]+)`;
const declared = new RegExp(`^(?:@([A-Za-z]+) +)?(${names})(?: +as +(\\S.*))?$`, 'u');
const message = new RegExp(`^(${names}) *-> *(${names}) *: *(.*)$`, 'u');
const call = new RegExp(`^(?:(${names}) *-> *)?(${names})\\.(\\S.*)$`, 'u');

interface Open {
  /** A call whose receiver calls what stands in it, or a block. */
  kind: 'call' | 'block';
  /** Who calls in it, and who called before. */
  caller: string;
}

/**
 * The source of a sequence diagram with as many lines; null where it is no ZenUML, or says what this does not read.
 * @param header the line that names the kind of diagram
 */
export function writeZenuml(code: string, header: string): string | null {
  if (!/^zenuml\b/.test(header)) return null;
  const lines = code.split('\n');
  const first = lines.findIndex((line) => line.trim() === header);
  const open: Open[] = [];
  let starter = nobody;
  let isReply = false;
  const callerOf = (at: readonly Open[]): string => at.at(-1)?.caller ?? starter;
  const written: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (index <= first || first < 0) {
      written.push(index === first ? 'sequenceDiagram' : line);
      continue;
    }
    let rest = line.trim();
    const ends: string[] = [];
    while (rest.startsWith('}')) {
      rest = rest.slice(1).trim();
      const closed = open.pop();
      if (!closed) return null;
      const next = rest || findNext(lines, index + 1);
      if (closed.kind === 'call') continue;
      if (branches.has(firstWord(next))) open.push(closed);
      else ends.push('end');
      if (branches.has(firstWord(next))) break;
    }
    if (rest === '' || rest.startsWith('//')) {
      written.push(ends.join(';') || (rest ? `%% ${rest}` : ''));
      continue;
    }
    // In a line of its own it says what the next message is.
    if (/^@(?:return|reply)$/.test(rest)) {
      isReply = true;
      written.push(ends.join(';'));
      continue;
    }
    const opens = rest.endsWith('{');
    const said = (opens ? rest.slice(0, -1) : rest).replace(/;$/, '').trim();
    const word = firstWord(said);
    const condition = said
      .slice(word.length)
      .trim()
      .replace(/^\((.*)\)$/, '$1');
    const block = blocks.get(word);
    let made: string;
    if (opens && block) {
      made = `${block} ${word === 'try' ? word : condition}`.trim();
      open.push({ kind: 'block', caller: callerOf(open) });
    } else if (opens && branches.has(word) && open.at(-1)?.kind === 'block')
      made =
        `else ${word === 'else' ? condition.replace(/^if *\((.*)\)$/, '$1') : `${word} ${condition}`}`.trim();
    else if (word === 'title') made = said;
    else if (word === '@Starter' || word === '@starter') {
      starter = unquote(condition);
      made = `participant ${starter}`;
    } else if (word === 'return') made = writeReturn(open, starter, condition);
    else {
      const found = writeStep(isReply ? `@return ${said}` : said, callerOf(open));
      isReply = false;
      if (!found || (opens && found.receiver === null)) return null;
      made = found.text;
      if (opens && found.receiver !== null) open.push({ kind: 'call', caller: found.receiver });
    }
    written.push([...ends, made].join(';'));
  }
  return open.length > 0 ? null : written.join('\n');
}

/** The first line from `start` on that holds something. */
function findNext(lines: readonly string[], start: number): string {
  let at = start;
  while (at < lines.length && !lines[at]?.trim()) at++;
  return lines[at]?.trim() ?? '';
}

/** A word with an `@` before it, in small letters where it is one of a block. */
function firstWord(text: string): string {
  const word = /^@?[A-Za-z]+/.exec(text)?.[0] ?? '';
  const small = word.toLowerCase();
  return blocks.has(small) ? small : word;
}

/** To whom the innermost call returns: whoever called it. */
function writeReturn(open: readonly Open[], starter: string, what: string): string {
  const at = open.findLastIndex(({ kind }) => kind === 'call');
  const from = open[at]?.caller ?? starter;
  const to = at > 0 ? (open[at - 1]?.caller ?? starter) : starter;
  return `${from}-->>${to}: ${what || 'return'}`;
}

/** A message, a call or a participant. A receiver is who calls in the block that follows. */
function writeStep(said: string, caller: string): { text: string; receiver: string | null } | null {
  const [isReply, plain] =
    said.startsWith('@return ') || said.startsWith('@reply ')
      ? [true, said.slice(said.indexOf(' ')).trim()]
      : [false, said];
  const sent = message.exec(plain);
  if (sent) {
    const [, from = '', to = '', text = ''] = sent;
    return { text: `${unquote(from)}${isReply ? '-->>' : '->>'}${unquote(to)}: ${text}`, receiver: null };
  }
  const equals = plain.indexOf('=');
  const bracket = plain.indexOf('(');
  const isAssigned = equals > 0 && (bracket < 0 || equals < bracket) && plain[equals + 1] !== '=';
  const value = isAssigned ? plain.slice(0, equals).trim().split(/\s+/).at(-1) : undefined;
  const called = isAssigned ? plain.slice(equals + 1).trim() : plain;
  const prefix = value ? `${value} = ` : '';
  const made = /^new +([\p{L}\p{N}_]+)/u.exec(called);
  if (made) return { text: `${caller}->>${made[1] ?? ''}: ${prefix}${called}`, receiver: made[1] ?? null };
  const found = call.exec(called);
  if (found) {
    const [, from, to = '', method = ''] = found;
    return {
      text: `${from ? unquote(from) : caller}->>${unquote(to)}: ${prefix}${method}`,
      receiver: unquote(to),
    };
  }
  if (/^[\p{L}\p{N}_]+\(/u.test(called))
    return { text: `${caller}->>${caller}: ${prefix}${called}`, receiver: caller };
  const participant = isAssigned ? null : declared.exec(plain);
  if (!participant) return null;
  const [, kind = '', name = '', alias] = participant;
  const role = /^actor$/i.test(kind) ? kind.toLowerCase() : 'participant';
  return { text: `${role} ${unquote(name)}${alias ? ` as ${unquote(alias)}` : ''}`, receiver: null };
}

function unquote(name: string): string {
  return name.replace(/^"(.*)"$/, '$1');
}
