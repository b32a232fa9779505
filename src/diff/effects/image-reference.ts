/** The parts of an image reference, with Docker's defaults filled in. */
export interface ImageReference {
  registry: string;
  repository: string;
  tag?: string;
  digest?: string;
}

/** `ghcr.io/org/app:1.2@sha256:…`; the first part is a registry where it looks like a host, as Docker has it. */
export function parseImage(text: string): ImageReference {
  const [named = "", digest] = text.split("@", 2);
  const slash = named.lastIndexOf("/");
  const colon = named.indexOf(":", slash + 1);
  const name = colon < 0 ? named : named.slice(0, colon);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const first = name.indexOf("/");
  const host = first < 0 ? "" : name.slice(0, first);
  const isHost = host.includes(".") || host.includes(":") || host === "localhost";
  const rest = isHost ? name.slice(first + 1) : name;
  return {
    registry: isHost && host !== "index.docker.io" ? host : "docker.io",
    repository: isHost || rest.includes("/") ? rest : `library/${rest}`,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

export type Step = "major" | "minor" | "patch" | "older" | "pre-release";

const version = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?((?:[-.+_][\w.+-]{0,128})?)$/;

/** How far one tag is from another; undefined where they are no versions, or of different flavours (`16-alpine`, `16`). */
export function stepBetween(before: string, after: string): Step | undefined {
  const [old, now] = [version.exec(before), version.exec(after)];
  if (old === null || now === null) return undefined;
  for (const [index, step] of (["major", "minor", "patch"] as const).entries()) {
    const [a, b] = [old[index + 1], now[index + 1]];
    if (a === b) continue;
    return Number(b ?? 0) < Number(a ?? 0) ? "older" : step;
  }
  const [a, b] = [old[4] ?? "", now[4] ?? ""];
  return a !== b && isPreRelease(a) && (isPreRelease(b) || b === "") ? "pre-release" : undefined;
}

function isPreRelease(suffix: string): boolean {
  return /^[-.](?:alpha|beta|rc|pre|dev|canary|next)/i.test(suffix);
}
