/** What generators hand to a template: flat strings in classic mode, nested data with goTemplate. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * Classic `{{name}}` templating: a name that is not a string parameter stays as it was written, blanks around it too.
 * An opening without an end is an error in Argo CD only when the text holds a complete tag as well.
 */
export function renderClassic(text: string, parameters: Parameters): string {
  if (!/\{\{.*\}\}/.test(text)) return text;
  let out = "";
  let at = 0;
  for (;;) {
    const open = text.indexOf("{{", at);
    if (open < 0) return out + text.slice(at);
    const close = text.indexOf("}}", open + 2);
    if (close < 0)
      throw new Error(`Cannot find end tag="}}" in the template=${JSON.stringify(text)} starting from ${open + 2}`);
    const tag = text.slice(open + 2, close);
    const name = tag.trim();
    const value = name !== "" && Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    out += text.slice(at, open) + (typeof value === "string" ? value : `{{${tag}}}`);
    at = close + 2;
  }
}
