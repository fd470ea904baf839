/** How a program does something on the other side, or with the connection, that no client does: by the control over HTTP. */
export const actOn =
  (url) =>
  async (name, body = {}) => {
    const answer = await fetch(`${url}/_emulator/${name}`, { method: 'POST', body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${name}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
