/** Where an image is in the one registry that stands for all: its name without the registry's host. */
export interface ImagePlace {
  repository: string;
  tag: string;
}

/** Follows the reference's grammar as clients read it: `postgres:16` is docker.io/library/postgres:16. */
export function placeOf(name: string): ImagePlace {
  const [path = "", digest] = name.split("@");
  if (digest !== undefined) throw new Error(`${name}: images of a rehearsal are found by tag, not by digest`);
  const colon = path.lastIndexOf(":");
  const hasTag = colon > path.lastIndexOf("/");
  const segments = (hasTag ? path.slice(0, colon) : path).split("/");
  const tag = hasTag ? path.slice(colon + 1) : "latest";
  const [first = "", ...rest] = segments;
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const official = isHost ? first === "docker.io" && rest.length === 1 : segments.length === 1;
  const repository = (isHost ? rest : segments).join("/");
  return { repository: official ? `library/${repository}` : repository, tag };
}
