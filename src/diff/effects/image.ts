import type { Effect, FieldChange } from "../../model/change.ts";
import { type EffectFamily, listed } from "./difference.ts";
import { type ImageReference, parseImage, stepBetween } from "./image-reference.ts";

interface Move {
  message: string;
  isGrave: boolean;
}

/** Where containers, and the operators' custom resources, name an image. */
const imageField = /(?:^|[.\]])(?:image|imageName)$/;

/** Images that change, and what the new tag says about how far. */
export const image: EffectFamily = ({ before, after, fields }) => {
  if (before === undefined || after === undefined) return [];
  const moves = new Map(fields.flatMap(moveOf).map((move) => [move.message, move]));
  if (moves.size === 0) return [];
  const level = [...moves.values()].some(({ isGrave }) => isGrave) ? "caution" : "note";
  const effect: Effect = { kind: "image", level, message: `changes ${listed([...moves.keys()])}` };
  return [effect];
};

function moveOf({ path, before, after }: FieldChange): Move[] {
  if (!imageField.test(path) || typeof before !== "string" || typeof after !== "string") return [];
  const [old, now] = [parseImage(before), parseImage(after)];
  const name = now.repository.replace(/^library\//, "");
  if (old.registry !== now.registry || old.repository !== now.repository)
    return [fromElsewhere(old, now, `${before} → ${after}`)];
  if (old.tag === now.tag) {
    if (now.digest === undefined)
      return [{ message: `${name}:${now.tag ?? "latest"}, which is no longer pinned by digest`, isGrave: true }];
    const what = old.digest === undefined ? "is now pinned to" : "moves to";
    return [{ message: `${name}:${now.tag ?? "latest"}, which ${what} ${short(now.digest)}`, isGrave: false }];
  }
  const [from, to] = [old.tag ?? "latest", now.tag ?? "latest"];
  const step = stepBetween(from, to);
  const isGrave = step === "major" || step === "older";
  const floats = to === "latest" && now.digest === undefined ? ", whatever that is then" : "";
  return [{ message: `${name} ${from} → ${to}${step === undefined ? "" : ` (${step})`}${floats}`, isGrave }];
}

function fromElsewhere(old: ImageReference, now: ImageReference, change: string): Move {
  const what = old.repository === now.repository ? "registry" : "image";
  return { message: `the ${what}: ${change}`, isGrave: true };
}

function short(digest: string): string {
  return digest.slice(0, 19);
}
