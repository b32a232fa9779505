import type { Fingerprint } from "./fingerprint.ts";

const sensitiveWord =
  /pass(?:word|wd|phrase)|secret|token|credential|authorization|cookie|api[-_]?key|access[-_]?key|private[-_]?key|(?:encryption|signing|auth|master|session)[-_]?key|dsn|connection[-_]?string|^pwd$|_pwd$|_pass$/i;
const sensitiveKey =
  /(?:password|passwd|passphrase|token|api[-_]?key|private[-_]?key|secret[-_]?key|access[-_]?key|client[-_]?secret|\bdsn)$/i;

/** Whether a variable, parameter or header of this name is likely to hold a credential. */
export function isSensitiveName(name: string): boolean {
  return sensitiveWord.test(name);
}

/** Whether a field of this name is; stricter, because `secretName` and `tokenSecretRef` hold names. */
export function isSensitiveKey(key: string): boolean {
  return sensitiveKey.test(key);
}

/** `$(VAR)`, `${VAR}`, `{{ .Values.x }}`, `$__file{…}`: says where the secret is, not what it is. */
export function isReference(text: string): boolean {
  return /^(?:\$\([\w.-]+\)|\$\{[^{}]+\}|\$__\w+\{[^{}]*\}|\$\w+|\{\{.*\}\})$/.test(text.trim());
}

/** `scheme://user:password@host`, or a long token in the user's place; every repetition is bounded. */
const urlLogin = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)(?:([^\s/:@'"]{0,256}):([^\s/@'"]{1,1024})|([^\s/:@'"]{20,512}))@/gi;

/** `DB_PASSWORD=…`, `password: …`, `--token …` inside a longer text. */
const assignment =
  /((?:^|[^\w])["']?[\w.-]{0,64}(?:password|passwd|passphrase|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|secret[-_]?key)["']?[ \t]{0,8}[:=][ \t]{0,8}|--[\w-]{0,64}(?:password|token|secret|api-key)[ \t]{1,4})("[^"\n]{1,4096}"|'[^'\n]{1,4096}'|[^\s"',;&]{1,4096})/gi;

/** Tokens whose issuer gives them a recognisable form: GitHub, GitLab, Slack, AWS, Stripe, JSON Web Tokens. */
const knownToken =
  /\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,255}|xox[abprs]-[\w-]{10,255}|AKIA[0-9A-Z]{16}|[rs]k_live_\w{16,255}|eyJ[\w-]{10,2048}\.eyJ[\w-]{10,4096}\.[\w-]{10,2048})\b/g;

/** The text without the credentials that are recognisable in it; each leaves a fingerprint, so that a change shows. */
export function maskText(text: string, hide: Fingerprint): string {
  const withoutKeys = text.includes("PRIVATE KEY-----") ? maskPrivateKeys(text, hide) : text;
  return withoutKeys
    .replaceAll(urlLogin, (whole, scheme: string, user?: string, password?: string, token?: string) => {
      if (password !== undefined) return isReference(password) ? whole : `${scheme}${user ?? ""}:${hide(password)}@`;
      return `${scheme}${hide(token ?? "")}@`;
    })
    .replaceAll(knownToken, (token) => hide(token))
    .replaceAll(assignment, (whole, before: string, secret: string) => {
      const quote = /^["']/.exec(secret)?.[0] ?? "";
      const inner = quote === "" ? secret : secret.slice(1, -1);
      if (isReference(inner) || inner.startsWith("$") || inner.startsWith("<hidden") || inner.startsWith("{{"))
        return whole;
      return `${before}${quote}${hide(inner)}${quote}`;
    });
}

/** Everything from BEGIN to END, or to the end of the text; one pass, so that hostile input stays linear. */
function maskPrivateKeys(text: string, hide: Fingerprint): string {
  const begin = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/g;
  let result = "";
  let from = 0;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const end = text.indexOf("-----END ", begin.lastIndex);
    const close = end < 0 ? -1 : text.indexOf("-----", end + 9);
    const stop = close < 0 ? text.length : close + 5;
    result += text.slice(from, match.index) + hide(text.slice(match.index, stop));
    from = stop;
    begin.lastIndex = stop;
  }
  return result + text.slice(from);
}
