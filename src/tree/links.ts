import { EngineError } from "go-wasm-host";
import { letters } from "./entries.ts";
import type { Entries } from "./entries.ts";
import { resolve } from "./paths.ts";

/** As Linux has it. */
const mostLinks = 40;

/**
 * The path of the entry or directory that `path` leads to once every symbolic link on it is followed, or undefined where the way ends.
 * Throws EngineError("refused") for a link that leaves the tree and for links that lead in circles.
 */
export function followLinks(
  path: string,
  entries: Entries,
  target: (place: number) => string | undefined,
): string | undefined {
  let followed = 0;
  let reached = "";
  let ahead = path.split("/");
  for (let name = ahead.shift(); name !== undefined; name = ahead.shift()) {
    if (name === "") continue;
    const next = reached === "" ? name : `${reached}/${name}`;
    const place = entries.find(next);
    if (place === undefined) return undefined;
    if (place === "directory" || entries.type(place) !== letters.symlink) {
      reached = next;
      continue;
    }
    if (++followed > mostLinks) throw new EngineError("refused", `symbolic link "${next}" leads in circles`);
    const pointsTo = target(place);
    if (pointsTo === undefined) return undefined;
    ahead = [...inside(next, reached, pointsTo).split("/"), ...ahead];
    reached = "";
  }
  return reached;
}

function inside(link: string, directory: string, target: string): string {
  const found = target === "" ? undefined : resolve(directory, target);
  if (found !== undefined) return found;
  throw new EngineError("refused", `symbolic link "${link}" leaves the repository: it points to "${target}"`);
}
