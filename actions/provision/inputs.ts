import { z } from "zod";

import { environmentName, flag, minutes } from "../input-types.ts";

/** One key per input of action.yml; defaults live there, where people read them. */
export const inputsSchema = z.object({
  environment: environmentName,
  mode: z.enum(["plan", "apply"]),
  root: z.string(),
  "hcloud-token": z.string("it is the API token of the Hetzner Cloud project, usually ${{ secrets.HCLOUD_TOKEN }}"),
  "ssh-private-key": z.string(
    "it is the key that the server knows its user by, usually ${{ secrets.SSH_PRIVATE_KEY }}",
  ),
  contact: z.enum(["ssh", "none"]),
  "allow-destroy": flag,
  adopt: flag,
  "over-budget": flag,
  "time-limit": minutes,
});

export type Inputs = z.infer<typeof inputsSchema>;
