import type { Placed } from "./pods.ts";

/** How messages call a resource: `Deployment web`. */
export const nameOf = ({ resource: { id } }: Placed): string => `${id.kind} ${id.name}`;

/** "a", "a and b", "a, b and 3 more". */
export function listed(all: readonly string[], shown = 3): string {
  const unique = [...new Set(all)];
  const rest = unique.length - shown;
  if (rest > 0) return `${unique.slice(0, shown).join(", ")} and ${rest} more`;
  return unique.length < 2 ? unique.join("") : `${unique.slice(0, -1).join(", ")} and ${unique.at(-1)}`;
}
