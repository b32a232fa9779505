import { z } from "zod";

import { type Keep, keepable } from "../../src/hetzner/plan/keep.ts";
import { environmentName, flag, lines, minutes, text } from "../input-types.ts";

/** One key per input of action.yml; defaults live there, where people read them. */
export const inputsSchema = z
  .object({
    mode: z.enum(["teardown", "sweep"]),
    environment: environmentName.optional(),
    root: z.string(),
    "hcloud-token": z.string("it is the API token of the Hetzner Cloud project, usually ${{ secrets.HCLOUD_TOKEN }}"),
    keep: lines.pipe(z.array(z.enum([...keepable, "nothing"]))).transform(withoutNothing),
    confirm: text,
    delete: flag,
    "time-limit": minutes,
  })
  .refine(({ mode, environment }) => mode === "sweep" || environment !== undefined, {
    path: ["environment"],
    message: "a teardown needs the name of its Environment; a sweep looks at all of them",
  });

export type Inputs = z.infer<typeof inputsSchema>;

/** A button's list of choices cannot have an empty one. */
function withoutNothing(kept: (Keep | "nothing")[]): Keep[] {
  return kept.filter((one) => one !== "nothing");
}
