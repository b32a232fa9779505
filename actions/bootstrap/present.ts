import { endGroup, setOutput, startGroup, summary } from "@actions/core";

import type { BootstrapPorts, BootstrapResult } from "../../src/bootstrap/options.ts";
import { summaryMarkdown } from "../../src/cluster/waiting/summary.ts";
import { changeLines } from "../../src/cluster/waiting/text.ts";
import type { Progress } from "../../src/cluster/waiting/progress.ts";
import { plain } from "../../src/report/text/style.ts";
import { printVerbatim } from "../runner-log.ts";

/** The log, one group for each part of the work, one line for each change of an Application. */
export function runnerView(): Pick<BootstrapPorts, "onSection" | "onProgress"> & { end: () => void } {
  let isOpen = false;
  let last: Progress | undefined;
  const end = (): void => {
    if (isOpen) endGroup();
    isOpen = false;
  };
  return {
    end,
    onSection(title) {
      end();
      startGroup(title);
      isOpen = true;
    },
    onProgress(progress, elapsed) {
      const lines = changeLines(last, progress, elapsed, plain);
      last = progress;
      // Messages and log tails come from the cluster, and may look like commands.
      if (lines.length > 0) printVerbatim(lines.join("\n"));
    },
  };
}

/** The same outcome for whoever reads the summary, and for the steps that follow. */
export async function publish(result: BootstrapResult): Promise<void> {
  const { waited, hosts, environment, steps } = result;
  await summary.addRaw(summaryMarkdown(waited, hosts, environment)).write();
  const applications = waited.progress.applications.map(({ sources: _, behind: __, current: ___, ...one }) => ({
    ...one,
    ...waited.timeline.get(one.name),
    done: one.done,
  }));
  setOutput("applications", JSON.stringify(applications));
  setOutput("argocd-url", hosts.find(({ service }) => service.includes("argocd-server"))?.url ?? "");
  setOutput("changed", steps.length > 0);
  setOutput("diagnosis-path", result.diagnosisFile ?? "");
}
