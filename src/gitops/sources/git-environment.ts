type Environment = Record<string, string | undefined>;

/** What git may take from the environment: configuration and how to reach a host, but no other repository. */
const kept = /^(?!GIT_)|^GIT_(?:CONFIG|SSH)/;

/**
 * The environment of a git that fetches: it asks nobody for anything, speaks one protocol (redirects included, so that
 * https never ends at plain http), and gets credentials as configuration, where no process list shows them.
 */
export function fetchEnvironment(
  env: Environment,
  protocol: string,
  config: readonly (readonly [string, string])[],
): Environment {
  const given = Number.parseInt(env["GIT_CONFIG_COUNT"] ?? "0", 10) || 0;
  const entries = config.flatMap(([key, value], i) => [
    [`GIT_CONFIG_KEY_${given + i}`, key],
    [`GIT_CONFIG_VALUE_${given + i}`, value],
  ]);
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => kept.test(name))),
    ...Object.fromEntries(entries),
    GIT_CONFIG_COUNT: String(given + config.length),
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "true",
    GIT_SSH_COMMAND: env["GIT_SSH_COMMAND"] ?? "ssh -o BatchMode=yes",
    GIT_ALLOW_PROTOCOL: protocol,
    LC_ALL: "C",
  };
}
