/** Asks an API server for its nodes with slipway's own client, from inside the network it is started in: the kubeconfig on standard input, the answer as JSON. */
import { text } from "node:stream/consumers";
import process from "node:process";
import { openApi } from "../../../src/cluster/api/client.ts";

const api = await openApi(await text(process.stdin));
process.stdout.write(JSON.stringify(await api.ask({ method: "GET", path: "/api/v1/nodes" })));
