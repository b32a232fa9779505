import { z } from "zod";

import type { RepositoryCredentials } from "../../src/cluster/install/credentials.ts";
import { credentialsFrom } from "../../src/cluster/install/credentials-input.ts";
import { environmentName, flag, minutes, text } from "../input-types.ts";

/** One key per input of action.yml; defaults live there, where people read them. */
export const inputsSchema = z.object({
  environment: environmentName,
  root: z.string(),
  kubeconfig: text,
  "ssh-private-key": text,
  "hcloud-token": text,
  "deploy-key": text,
  "repository-token": text,
  "github-app-id": text,
  "github-app-installation-id": text,
  "github-app-private-key": text,
  "argocd-password": text,
  "argocd-mirror": text,
  "time-limit": minutes,
  "if-busy": z.enum(["wait", "leave"]),
  "take-over": flag,
  "output-kubeconfig": flag,
});

export type Inputs = z.infer<typeof inputsSchema>;

/** Inputs whose values must not be logged. */
export const secretInputs = [
  "ssh-private-key",
  "hcloud-token",
  "deploy-key",
  "repository-token",
  "github-app-private-key",
  "argocd-password",
] as const satisfies readonly (keyof Inputs)[];

/** The repository's credentials; undefined for a public one. */
export const repositoryCredentials = (inputs: Inputs): RepositoryCredentials | undefined =>
  credentialsFrom({
    SLIPWAY_DEPLOY_KEY: inputs["deploy-key"],
    SLIPWAY_REPOSITORY_TOKEN: inputs["repository-token"],
    SLIPWAY_GITHUB_APP_ID: inputs["github-app-id"],
    SLIPWAY_GITHUB_APP_INSTALLATION_ID: inputs["github-app-installation-id"],
    SLIPWAY_GITHUB_APP_PRIVATE_KEY: inputs["github-app-private-key"],
  });
