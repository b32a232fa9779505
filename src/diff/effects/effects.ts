import { type Change, type Effect, effectKinds, effectLevels } from "../../model/change.ts";
import { access } from "./access.ts";
import { application } from "./application.ts";
import { deletion } from "./deletion.ts";
import { type Difference, type EffectFamily, namesOf, type Situation } from "./difference.ts";
import { exposure } from "./exposure.ts";
import { fit } from "./fit.ts";
import { image } from "./image.ts";
import { rejected } from "./rejected.ts";
import { rollout } from "./rollout.ts";
import { runs } from "./runs.ts";
import { scaling } from "./scaling.ts";
import { secret } from "./secret.ts";

/** What can come of a change that the API server takes; a resource that is made anew does not roll. */
const families: readonly EffectFamily[] = [access, exposure, scaling, image, secret, runs, deletion, application, fit];

/** Everything that one change does to what is running, the gravest first. What is refused does nothing else. */
export function effectsOf(difference: Difference, situation: Situation): Effect[] {
  const { before, after, fields, followed, kind } = difference;
  const follows = followed.inTemplate.length + followed.elsewhere.length > 0;
  const isSame = before !== undefined && after !== undefined && fields.length === 0 && !follows;
  if (isSame) return kind === "moved" ? deletion(difference, situation) : [];
  const refusal = rejected(difference, situation);
  if (refusal.some((effect) => effect.kind === "rejected")) return refusal;
  const rolling = refusal.length > 0 ? refusal : rollout(difference, situation);
  const found = [...rolling, ...families.flatMap((family) => family(difference, situation))];
  return sortEffects([...found, ...(found.some(({ because }) => because) ? [] : following(difference))]);
}

function following({ followed }: Difference): Effect[] {
  const because = [...followed.inTemplate, ...followed.elsewhere];
  return because.length === 0
    ? []
    : [{ kind: "follows", level: "note", message: `follows ${namesOf(because)}`, because }];
}

/** The gravest first, then as people care. */
export function sortEffects<E extends Effect>(effects: readonly E[]): E[] {
  return effects.toSorted((a, b) => rank(a) - rank(b));
}

/** Changes by the gravest thing they do; those that do nothing grave keep their order. */
export function sortChanges(changes: readonly Change[]): Change[] {
  const first = ({ effects }: Change): number =>
    Math.min(effectKinds.length * 2, ...effects.filter(({ level }) => level !== "note").map(rank));
  return changes.toSorted((a, b) => first(a) - first(b));
}

function rank({ level, kind }: Effect): number {
  return effectLevels.indexOf(level) * effectKinds.length + effectKinds.indexOf(kind);
}
