import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { getInput, setOutput, summary } from "@actions/core";

import { driftMarkdown, driftText, headline } from "../../src/cluster/status/drift.ts";
import { createClient } from "../../src/github/client.ts";
import { viewerLogin } from "../../src/github/comments.ts";
import { readRunContext } from "../../src/github/events.ts";
import { issuesOf, stickyIssue } from "../../src/github/issues.ts";
import { SlipwayError } from "../../src/model/error.ts";
import { plain } from "../../src/report/text/style.ts";
import { status } from "../../src/status.ts";
import { connectorOf } from "../bootstrap/connect.ts";
import { maskLines } from "../mask-lines.ts";
import { tunnelOf } from "../bootstrap/tunnel.ts";
import { loadInputs } from "../load-inputs.ts";
import { runAction } from "../run-action.ts";
import { printVerbatim, runnerLog, systemClock } from "../runner-log.ts";
import { runnerSources } from "../validate/sources.ts";
import { inputsSchema, secretInputs } from "./inputs.ts";

await runAction(async (signal) => {
  secretInputs.map((name) => getInput(name)).forEach(maskLines);
  const inputs = loadInputs(inputsSchema, getInput);
  const { env } = process;
  const [log, clock] = [runnerLog(), systemClock];
  const root = join(env["GITHUB_WORKSPACE"] ?? process.cwd(), inputs.root);
  const { sources } = runnerSources(root, env, log, "this job only");
  const connect = connectorOf(inputs, tunnelOf(inputs, { root, k3s: "leave" }, { log, signal, env }));
  const report = await status({ root, environment: inputs.environment }, { connect, log, clock, signal, env, sources });
  printVerbatim(driftText(report, plain, 120));
  const markdown = driftMarkdown(report);
  await summary.addRaw(markdown).write();
  setOutput("clean", report.clean);
  setOutput("report", JSON.stringify(report));
  setOutput("issue-url", "");
  if (!inputs.issue) return;
  if (inputs.token === undefined) throw new SlipwayError("SLW-CONFIG", "the issue wants a token: give the input token");
  const event: unknown = JSON.parse(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
  const { apiUrl, repository } = readRunContext(env, event);
  const octokit = createClient({ token: inputs.token, apiUrl, log, clock, signal });
  const outcome = await stickyIssue({
    issues: issuesOf(octokit, repository),
    viewer: () => viewerLogin(octokit),
    name: `drift:${inputs.environment}`,
    ...(report.clean ? {} : { wanted: { title: headline(report), body: markdown } }),
  });
  setOutput("issue-url", outcome.url ?? "");
  log.info(
    outcome.action === "none" ? "no issue is open, and none is needed" : `issue ${outcome.action}: ${outcome.url}`,
  );
});
