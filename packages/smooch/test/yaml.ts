/** A line of a document, without its indentation and without comments. */
interface Line {
  readonly depth: number;
  readonly text: string;
  readonly raw: string;
}

/** Reads as much of YAML as descriptions of APIs are written in: maps, lists, texts of one line and of several. */
export function readYaml(document: string): unknown {
  const lines = document
    .split('\n')
    .map((raw): Line => ({ raw, text: raw.trim(), depth: raw.length - raw.trimStart().length }));
  let at = 0;

  const isBlank = ({ text }: Line): boolean => text === '' || text.startsWith('#');
  const next = (): Line | undefined => {
    while (at < lines.length && isBlank(lines[at] as Line)) at += 1;
    return lines[at];
  };

  /** What stands deeper than a key, or beside it as a list. */
  function block(depth: number): unknown {
    const line = next();
    if (line === undefined || line.depth < depth) return null;
    return line.text.startsWith('- ') || line.text === '-' ? list(line.depth) : map(line.depth);
  }

  function list(depth: number): unknown[] {
    const items: unknown[] = [];
    for (let line = next(); line?.depth === depth && line.text.startsWith('-'); line = next()) {
      const rest = line.text.slice(1).trim();
      if (entryOf(rest) !== undefined && !/^['"[{]/.test(rest)) {
        // A map whose first key stands beside the dash.
        const inner = depth + line.text.length - rest.length;
        lines[at] = { depth: inner, text: rest, raw: ' '.repeat(inner) + rest };
        items.push(map(inner));
      } else {
        at += 1;
        items.push(rest === '' ? block(depth + 1) : value(rest, depth));
      }
    }
    return items;
  }

  function map(depth: number): Record<string, unknown> {
    const entries: Record<string, unknown> = {};
    for (let line = next(); line?.depth === depth && !line.text.startsWith('- '); line = next()) {
      const entry = entryOf(line.text);
      if (entry === undefined) throw new Error(`line ${at + 1} is no entry of a map: ${line.text}`);
      at += 1;
      const [key, rest] = entry;
      const below = next();
      if (rest !== '') entries[key] = value(rest, depth);
      else if (below?.depth === depth && below.text.startsWith('- ')) entries[key] = list(depth);
      else entries[key] = block(depth + 1);
    }
    return entries;
  }

  function value(text: string, depth: number): unknown {
    if (/^[|>][+-]?$/.test(text)) return lined(depth);
    let whole = text;
    // A plain text may go on below.
    for (let line = lines[at]; line !== undefined && line.depth > depth && line.text; line = lines[at]) {
      whole += ` ${line.text}`;
      at += 1;
    }
    return scalar(whole);
  }

  function lined(depth: number): string {
    const texts: string[] = [];
    for (let line = lines[at]; line && (line.text === '' || line.depth > depth); line = lines[at]) {
      texts.push(line.text);
      at += 1;
    }
    return texts.join('\n').trimEnd();
  }

  return block(0);
}

function entryOf(text: string): readonly [string, string] | undefined {
  const found = /^('[^']*'|"[^"]*"|[^\s'"#][^#]*?):(?:\s+(.*))?$/.exec(text);
  return found === null ? undefined : [unquoted(found[1] ?? ''), found[2] ?? ''];
}

function unquoted(text: string): string {
  return /^(['"]).*\1$/s.test(text) ? text.slice(1, -1) : text;
}

function scalar(text: string): unknown {
  if (/^(\[.*\]|\{.*\})$/s.test(text)) return flow(text);
  if (/^['"]/.test(text)) return unquoted(text);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null' || text === '~') return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function flow(text: string): unknown {
  const inner = text.slice(1, -1).trim();
  const parts = inner === '' ? [] : inner.split(',').map((part) => part.trim());
  if (text.startsWith('[')) return parts.map((part) => scalar(part));
  return Object.fromEntries(parts.map((part) => [part.split(':')[0], scalar(part.split(/:\s*/)[1] ?? '')]));
}
