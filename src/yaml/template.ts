/**
 * Whether a text has the marks of a template (Go, Jinja, ERB, …) where YAML has keys and values: at the start of a line or of
 * a value. Within a longer value, as in the expressions of an alert, they are only text.
 */
export function looksLikeTemplate(text: string): boolean {
  return /^[ \t]*(?:-[ \t]+)?(?:\{\{|\{%|<%)|:[ \t]+(?:\{\{|\{%|<%)/m.test(text);
}
