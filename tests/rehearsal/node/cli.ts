import { once } from "node:events";
import process from "node:process";
import { tearDown } from "./machine/machine.ts";
import { whyNoNode } from "./machine/requirements.ts";
import { startNode } from "./node.ts";
import { deployPayload } from "./rendered.ts";
import { timed } from "../timed.ts";

/** A node to try things on by hand: `node --conditions=source tests/rehearsal/node/cli.ts up|down ID`. */
const [verb, argument] = process.argv.slice(2);

if (verb === "up") await up(argument);
else if (verb === "down" && argument !== undefined) await tearDown(argument);
else {
  console.error("usage: up [payload] | down ID");
  process.exitCode = 2;
}

async function up(application: string | undefined): Promise<void> {
  const why = whyNoNode();
  if (why !== undefined) throw new Error(`no node can be rehearsed here, because ${why}`);
  await using node = await timed("node up", () => startNode());
  if (application === "payload") await timed("payload up", () => deployPayload(node.kubectl, "payload-cms-local"));
  console.log(`node ${node.machine.id}; export KUBECONFIG=${node.kubeconfig}`);
  console.log("Traefik answers: curl --header 'Host: payload.localhost' http://10.77.0.2/api/health");
  console.log("Ctrl-C ends it");
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
}
