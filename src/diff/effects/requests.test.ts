import { expect, test } from "vitest";
import { manifest } from "../resource.fixture.ts";
import { bytes, cores, podRequests } from "./requests.ts";

const pod = (spec: string) => {
  const { cpu, memory } = podRequests(manifest(`{spec: ${spec}}`));
  return `${cores(cpu)} ${bytes(memory)}`;
};
const requests = (cpu: string, memory: string): string => `resources: {requests: {cpu: ${cpu}, memory: ${memory}}}`;

test.each([
  ["containers together", `{containers: [{${requests("100m", "64Mi")}}, {${requests("'1'", "1Gi")}}]}`, "1.1 1.06Gi"],
  ["a limit where there is no request", "{containers: [{resources: {limits: {cpu: 1, memory: 1G}}}]}", "1 954Mi"],
  [
    "the most that starting needs",
    `{initContainers: [{${requests("2", "1Mi")}}], containers: [{${requests("1", "2Mi")}}]}`,
    "2 2Mi",
  ],
  [
    "sidecars beside what runs",
    `{initContainers: [{restartPolicy: Always, ${requests("1", "1Mi")}}, {${requests("1", "5Mi")}}], containers: [{${requests("1", "1Mi")}}]}`,
    "2 6Mi",
  ],
  [
    "the runtime's overhead",
    `{overhead: {cpu: 250m, memory: 1Mi}, containers: [{${requests("250m", "1Mi")}}]}`,
    "500m 2Mi",
  ],
  ["the pod's own", `{${requests("3", "3Mi")}, containers: [{${requests("1", "1Mi")}}]}`, "3 3Mi"],
  ["nothing", "{containers: [{name: a}]}", "0m 0Mi"],
])("%s", (_, spec, expected) => {
  expect(pod(spec)).toBe(expected);
});
