import { describe, expect, it } from "vitest";
import { committedCatalogue } from "./catalogue.ts";
import { checkEnvironments } from "./check.ts";
import { documentOf, environmentText } from "./environment.fixture.ts";
import type { EnvironmentDocument } from "./read.ts";

const around = {
  catalogue: committedCatalogue(),
  kubernetesVersions: ["1.35.4", "1.36.3", "1.37.2"],
  files: ["argocd/root.yaml", "argocd/values.yaml"],
  declaresApplication: (file: string) => ({ "argocd/root.yaml": true, "argocd/values.yaml": false })[file],
};
const check = (...documents: EnvironmentDocument[]): string[] =>
  checkEnvironments(documents, around).map(
    ({ severity, rule, message, hint, at: [place] }) =>
      `${place?.line} ${severity} ${rule}: ${message}${hint === undefined ? "" : ` → ${hint}`}`,
  );
const checked = (lines: string, server?: string): string[] =>
  check(documentOf(environmentText(lines, server === undefined ? {} : { server })));

describe("an Environment, compared with what is around it,", () => {
  it("is fine when all of it is there", () => {
    expect(checked("")).toEqual([]);
    expect(checked("", "provider: none")).toEqual([]);
  });

  it("starts from a file that declares an Application", () => {
    const from = (file: string): string[] => check(documentOf(environmentText("").replace("argocd/root.yaml", file)));
    expect(from("argocd/rot.yaml")).toEqual([
      "8 error environment/bootstrap: There is no file argocd/rot.yaml, which Environment dev starts from → Did you mean argocd/root.yaml?",
    ]);
    expect(from("argocd/values.yaml")).toEqual([
      "8 error environment/bootstrap: argocd/values.yaml, which Environment dev starts from, declares no Application → Name the file of the Application at the top",
    ]);
    expect(from("./argocd/root.yaml")).toEqual([]);
  });

  it("runs a Kubernetes that can be checked", () => {
    expect(check(documentOf(environmentText("").replace("v1.36.2", "v1.28.5")))).toEqual([
      "7 warning environment/kubernetes-version: Kubernetes v1.28.5+k3s1 cannot be checked: schemas and rules of 1.35 to 1.37 are known → The nearest is 1.35",
    ]);
  });

  it("names servers that can be ordered where it wants them", () => {
    expect(checked("", "provider: hetzner, locations: [nbg1, nbg2], types: [cx33, cx34, cx32]")).toEqual([
      "6 warning environment/not-sold: The catalogue of 2026-11-30 has no location nbg2 → Did you mean nbg1?",
      "6 warning environment/not-sold: The catalogue of 2026-11-30 has no server type cx34: neither its size nor its price is known → Did you mean cx33?",
      "6 warning environment/not-sold: cx32 is not sold in nbg1, nbg2 since 2026-01-01, says the catalogue of 2026-11-30 → Of its size there is cx33, cax21, cpx32",
    ]);
    expect(checked("  agents: { count: 1, types: [cpx31] }\n")[0]).toContain("cpx31 is not sold in nbg1, fsn1 since");
  });

  it("does not leave the architecture to chance", () => {
    expect(checked("", "provider: hetzner, locations: [nbg1], types: [cx33, cx43, cax21]")).toEqual([
      "6 warning environment/architecture: cx33 is x86 and cax21 is Arm: which one it is depends on the stock of the day → List types of one architecture, or make sure that every image is built for both",
    ]);
  });

  it("stays within its budget, also with the next type of its list", () => {
    expect(checked("  budget: { monthlyEUR: 8 }\n")).toEqual([
      "9 warning environment/budget: Environment dev costs up to € 8.99 a month with cx33, over its budget of € 8 → Let it sleep, choose a smaller type, or raise the budget. Prices are of 2026-11-30, net",
    ]);
    expect(
      checked("  budget: { monthlyEUR: 9 }\n", "provider: hetzner, locations: [nbg1], types: [cx33, cpx32]"),
    ).toEqual([
      "9 notice environment/budget: With cpx32, tried when cx33 is out of stock, Environment dev costs up to € 35.99 a month with cpx32, over its budget of € 9 → It would be refused then: raise the budget, or take it off the list",
    ]);
    expect(checked("  budget: { monthlyEUR: 8.99 }\n")).toEqual([]);
  });

  it("is backed up while it is there", () => {
    const sleep = '  sleep: { timezone: Europe/Berlin, up: "07:30", down: "20:00", days: [mon, fri] }\n';
    const backup = (schedule: string): string[] => checked(`${sleep}  backup: { schedule: "${schedule}", keep: {} }\n`);
    expect(backup("0 3 * * *")).toEqual([
      '10 warning environment/conflict: The backup is due at "0 3 * * *" in UTC, when the server always sleeps → Choose a time between 07:30 and 20:00 in Europe/Berlin',
    ]);
    expect(backup("0 16 * * *")).toEqual([]);
    expect(backup("0 16 * * 2")).toHaveLength(1);
  });

  it("has a name of its own", () => {
    const [first, second] = ["a", "b"].map((file) => documentOf(environmentText(""), `environments/${file}.yaml`));
    if (first === undefined || second === undefined) throw new Error("two files are two Environments");
    const [finding] = checkEnvironments([first, second], around);
    expect(finding?.message).toBe("There is another Environment dev: each would take the other's server for its own");
    expect(finding?.at.map(({ file, line }) => `${file}:${line}`)).toEqual([
      "environments/b.yaml:4",
      "environments/a.yaml:4",
    ]);
  });
});
