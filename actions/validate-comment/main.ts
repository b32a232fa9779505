import { readFile } from "node:fs/promises";

import { getInput, setOutput, setSecret } from "@actions/core";
import { z } from "zod";

import { createClient } from "../../src/github/client.ts";
import { readRunContext } from "../../src/github/events.ts";
import { relay } from "../../src/github/fork/relay.ts";
import { loadInputs } from "../load-inputs.ts";
import { runAction } from "../run-action.ts";
import { runnerLog, systemClock } from "../runner-log.ts";
import { commentName } from "../validate/inputs.ts";

await runAction(async (signal) => {
  setSecret(getInput("token"));
  const inputs = loadInputs(z.object({ "comment-name": commentName, token: z.string() }), getInput);
  const { env } = process;
  const event: unknown = JSON.parse(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
  const context = readRunContext(env, event);
  const log = runnerLog();
  const octokit = createClient({ token: inputs.token, apiUrl: context.apiUrl, log, clock: systemClock, signal });

  const relayed = await relay(octokit, context, { name: inputs["comment-name"], fetch });
  if ("skipped" in relayed) {
    log.info(`Nothing to put on a pull request: ${relayed.skipped}`);
  } else if (relayed.outcome.commented) {
    log.info(`The comment on pull request ${relayed.pullRequest} is ${relayed.outcome.action}: ${relayed.outcome.url}`);
    setOutput("comment-url", relayed.outcome.url);
  } else {
    log.warning(`No comment on pull request ${relayed.pullRequest}: ${relayed.outcome.reason}`);
  }
});
