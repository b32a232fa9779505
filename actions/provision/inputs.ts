import { z } from "zod";

import { environmentName, flag, minutes, text } from "../input-types.ts";

/** One key per input of action.yml; defaults live there, where people read them. */
export const inputsSchema = z
  .object({
    environment: environmentName,
    mode: z.enum(["plan", "apply"]),
    root: z.string(),
    "hcloud-token": z.string("it is the API token of the Hetzner Cloud project, usually ${{ secrets.HCLOUD_TOKEN }}"),
    "ssh-private-key": text,
    "allow-destroy": flag,
    adopt: flag,
    "over-budget": flag,
    "time-limit": minutes,
  })
  .refine((inputs) => inputs.mode === "plan" || inputs["ssh-private-key"] !== undefined, {
    path: ["ssh-private-key"],
    message: "apply logs in to the new server, for which it needs the key",
  });

export type Inputs = z.infer<typeof inputsSchema>;
