import { join, resolve } from "node:path";

import { error, notice, setOutput, summary, warning } from "@actions/core";

import type { ArtifactStore } from "../../src/github/artifacts.ts";
import type { RunContext } from "../../src/github/events.ts";
import type { Clock, Log } from "../../src/model/ports.ts";
import { commentReport } from "../../src/github/report-comment.ts";
import { printVerbatim } from "../runner-log.ts";
import { stepDirectory, writeOutput } from "./files.ts";
import type { Inputs } from "./inputs.ts";
import type { Presentation } from "./present.ts";

export interface PublishPorts {
  log: Log;
  clock: Clock;
  signal: AbortSignal;
  artifacts: ArtifactStore;
  /** RUNNER_TEMP and GITHUB_WORKSPACE. */
  temporary: string;
  workspace: string;
}

const annotate = { error, warning, notice };

/** Says what was found in every place that a reader may look: log, annotations, summary, files, comment, outputs. */
export async function publish(
  shown: Presentation,
  inputs: Inputs,
  context: RunContext,
  ports: PublishPorts,
): Promise<void> {
  const { temporary, workspace, artifacts } = ports;
  printVerbatim(shown.text);
  if (inputs.annotations)
    for (const { level, message, properties } of shown.annotations) annotate[level](message, properties);
  await summary.addRaw(shown.summary).write();

  const directory = await stepDirectory(temporary);
  const reportPath = resolve(workspace, inputs["report-file"] ?? join(directory, "report.json"));
  const sarifPath = resolve(workspace, inputs["sarif-file"] ?? join(directory, "report.sarif"));
  await writeOutput(reportPath, shown.json, [workspace, temporary]);
  await writeOutput(sarifPath, shown.sarif, [workspace, temporary]);
  setOutput("report-path", reportPath);
  setOutput("sarif-path", sarifPath);
  for (const [name, value] of Object.entries(shown.outputs)) setOutput(name, value);

  const runUrl = `${context.serverUrl}/${context.repository.owner}/${context.repository.name}/actions/runs/${context.runId}`;
  const link = inputs.artifact ? await keepReport(shown, directory, runUrl, inputs["comment-name"], artifacts) : runUrl;
  const comment = {
    mode: inputs.comment,
    name: inputs["comment-name"],
    body: shown.comment(link),
    newsworthy: shown.newsworthy,
    token: inputs.token,
  };
  const outcome = await commentReport(context, comment, { ...ports, directory });
  setOutput("comment-url", outcome?.commented ? outcome.url : "");
}

/** The address of the kept report, or of the run, which always exists. */
async function keepReport(
  shown: Presentation,
  directory: string,
  runUrl: string,
  name: string,
  artifacts: ArtifactStore,
): Promise<string> {
  const kept = { "report.json": shown.json, "report.sarif": shown.sarif, "report.md": shown.markdown };
  const files = Object.keys(kept).map((file) => join(directory, file));
  for (const [file, text] of Object.entries(kept)) await writeOutput(join(directory, file), text, [directory]);
  const outcome = await artifacts.upload({ name: `slipway-report-${name}`, files, directory });
  // Without the artifact's id, which every attempt gets anew: the same report makes the same comment.
  return outcome === "uploaded" ? `${runUrl}#artifacts` : runUrl;
}
