import { SlipwayError } from "../../model/error.ts";
import type { RepositoryCredentials } from "./credentials.ts";

type Values = Readonly<Record<string, string | undefined>>;

const names = {
  deployKey: "SLIPWAY_DEPLOY_KEY",
  token: "SLIPWAY_REPOSITORY_TOKEN",
  appId: "SLIPWAY_GITHUB_APP_ID",
  installationId: "SLIPWAY_GITHUB_APP_INSTALLATION_ID",
  appKey: "SLIPWAY_GITHUB_APP_PRIVATE_KEY",
} as const;

/** The repository's credentials from the environment; undefined for a public one. Throws SLW-CONFIG where they contradict. */
export function credentialsFrom(env: Values): RepositoryCredentials | undefined {
  const given = (name: string): string | undefined => (env[name]?.trim() ? env[name] : undefined);
  const [deployKey, token, appId] = [given(names.deployKey), given(names.token), given(names.appId)];
  const [installationId, appKey] = [given(names.installationId), given(names.appKey)];
  const app = [appId, installationId, appKey];
  const kinds = [deployKey, token, app.find((part) => part !== undefined)].filter((one) => one !== undefined);
  if (kinds.length > 1) {
    throw new SlipwayError("SLW-CONFIG", "more than one kind of repository credentials is given", {
      hint: `give one of ${names.deployKey}, ${names.token}, or the three of a GitHub App`,
    });
  }
  if (deployKey !== undefined) return { kind: "deploy-key", privateKey: withLineEnd(deployKey) };
  // GitHub takes any user name with a token.
  if (token !== undefined) return { kind: "token", username: "x-access-token", token };
  if (appId !== undefined && installationId !== undefined && appKey !== undefined) {
    return { kind: "github-app", appId, installationId, privateKey: withLineEnd(appKey) };
  }
  if (kinds.length === 0) return undefined;
  throw new SlipwayError("SLW-CONFIG", "the GitHub App is given in part", {
    hint: `${names.appId}, ${names.installationId} and ${names.appKey} go together`,
  });
}

/** OpenSSH refuses a key without its last line end, which is what secrets tend to lose. */
const withLineEnd = (key: string): string => (key.endsWith("\n") ? key : `${key}\n`);
