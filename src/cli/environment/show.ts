import { filledYaml } from "../../environment/filled-yaml.ts";
import { checkedEnvironments, valid } from "../../environments.ts";
import type { Terminal } from "../terminal.ts";
import type { EnvironmentOptions } from "./options.ts";

/** `slipway env show`: what Environments say once every default is filled in, as YAML or JSON. */
export async function showEnvironment(
  name: string | undefined,
  { root, format }: EnvironmentOptions,
  terminal: Terminal,
): Promise<number> {
  const environments = valid(await checkedEnvironments(root), name);
  if (format === "json") {
    const all = environments.map(({ environment }) => environment);
    terminal.out(`${JSON.stringify(name === undefined ? all : all[0], null, 2)}\n`);
    return 0;
  }
  const documents = environments.map(
    ({ environment, declared, at }) => `# ${at.file}, with defaults\n${filledYaml(environment, declared)}`,
  );
  terminal.out(documents.join("---\n"));
  return 0;
}
