import { z } from "zod";

import { environmentName, flag, text } from "../input-types.ts";

/** One key per input of action.yml; defaults live there, where people read them. */
export const inputsSchema = z.object({
  environment: environmentName,
  root: z.string(),
  kubeconfig: text,
  "ssh-private-key": text,
  "hcloud-token": text,
  issue: flag,
  token: text,
});

/** Inputs whose values must not be logged. */
export const secretInputs = ["ssh-private-key", "hcloud-token", "token"] as const;
