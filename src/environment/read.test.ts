import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, environmentText, told } from "./environment.fixture.ts";
import { readEnvironments } from "./read.ts";

describe("an Environment file", () => {
  it("is read with its defaults", () => {
    const { environment, problems, name, bootstrap } = documentOf(environmentText(""));
    expect(problems).toEqual([]);
    expect({ name, bootstrap }).toEqual({ name: "dev", bootstrap: "argocd/root.yaml" });
    expect(environment?.spec.server).toMatchObject({ count: 1, image: "ubuntu-24.04", publicIPv4: true, volumes: [] });
    expect(environment?.spec.argocd.flavour).toBe("core");
  });

  it("tells every mistake at once, each at its place, with what is allowed and what was meant", () => {
    const text = `apiVersion: slipway.dev/v1alpha1
kind: Environment
metadata: { name: Dev }
spec:
  server:
    provider: hetzner
    location: [nbg1]
    types: [cx23, cx23, CX]
    count: 2
    sshFrom: [192.0.2.4, 2001:db8::1, here]
    volumes:
      - name: data
        sizeGB: 2.5
  agents: { count: 99 }
  kubernetes: {}
  argocd:
    version: 3.6
    flavour: cor
    bootstrap: ../elsewhere.yaml
  sleep: { timezone: Europe/Berln, down: 20:00, up: 7:30, days: [mo] }
  backup: { schedule: "61 * * * *", keep: { daily: 0 } }
  previews: { max: three, ttl: 3 days }
  budget: { monthlyEUR: -1 }
  previws: {}
`;
    expect(told(documentOf(text))).toEqual([
      '3:19 metadata.name is "Dev": a name is made of small letters, digits and hyphens',
      "5:3 spec.server.locations is missing → Where the server may stand, the favourite first. The next is tried when one is out of stock.",
      '7:5 spec.server has no field "location" → Did you mean locations?',
      '8:19 spec.server.types[1] is "cx23": it is in the list already',
      '8:25 spec.server.types[2] is "CX": a server type looks like cx23',
      "9:12 spec.server.count is 2: it must be one of 1, 3",
      '10:15 spec.server.sshFrom[0] is "192.0.2.4": a network looks like 203.0.113.0/24 or 2001:db8::/32 → Did you mean 192.0.2.4/32?',
      '10:26 spec.server.sshFrom[1] is "2001:db8::1": a network looks like 203.0.113.0/24 or 2001:db8::/32 → Did you mean 2001:db8::1/128?',
      '10:39 spec.server.sshFrom[2] is "here": a network looks like 203.0.113.0/24 or 2001:db8::/32',
      "13:17 spec.server.volumes[0].sizeGB is 2.5: it must be a whole number",
      "14:20 spec.agents.count is 99: it must be at most 50",
      "15:15 spec.kubernetes.version is missing → Kubernetes version.",
      "17:14 spec.argocd.version is 3.6: it must be text; put it in quotes",
      '18:14 spec.argocd.flavour is "cor": it must be one of core, standard, ha → Did you mean core?',
      '19:16 spec.argocd.bootstrap is "../elsewhere.yaml": a file within the repository looks like manifests/argocd/bootstrap.yaml',
      '20:22 spec.sleep.timezone is "Europe/Berln": there is no such IANA time zone → Did you mean Europe/Berlin?',
      '20:53 spec.sleep.up is "7:30": a time of day looks like "07:30", in quotes',
      '20:66 spec.sleep.days[0] is "mo": it must be one of mon, tue, wed, thu, fri, sat, sun → Did you mean mon?',
      '21:23 spec.backup.schedule is "61 * * * *": invalid value for minute: 61',
      "21:52 spec.backup.keep.daily is 0: it must be at least 1",
      '22:20 spec.previews.max is "three": it must be a number',
      '22:32 spec.previews.ttl is "3 days": a span looks like 72h or 3d',
      "23:25 spec.budget.monthlyEUR is -1: it must be more than 0",
      '24:3 spec has no field "previws" → Did you mean previews?',
    ]);
  });

  it("has nothing about a server where the cluster is somebody else's", () => {
    expect(told(documentOf(environmentText("", { server: "provider: none, types: [cx23]" })))).toEqual([
      '6:29 spec.server has "types", and with provider: none there is no server to describe → It has: provider',
    ]);
    expect(told(documentOf(environmentText("", { server: "provider: hetzne" })))).toEqual([
      '6:23 spec.server.provider is "hetzne": it must be one of hetzner, none → Did you mean hetzner?',
    ]);
  });

  it("says what it must be where nothing is there", () => {
    expect(told(documentOf("kind: Environment\n", "environments/dev.yaml"))).toEqual([
      '1:1 apiVersion is missing → Version of this format. It must be "slipway.dev/v1alpha1".',
      "1:1 metadata is missing → What it is called.",
      "1:1 spec is missing → What should exist.",
    ]);
  });

  it("with a version misspelt is still meant to be one", () => {
    const text = environmentText("").replace("slipway.dev", "slipwy.dev");
    expect(told(documentOf(text))).toEqual([
      '2:13 apiVersion is "slipwy.dev/v1alpha1": it must be "slipway.dev/v1alpha1" → Did you mean slipway.dev/v1alpha1?',
    ]);
  });

  it("that is no YAML says so where it breaks, and is named after its file", () => {
    const document = documentOf(environmentText("  sleep: [\n"));
    expect(document).toMatchObject({ name: "dev", unreadable: true, serverTypes: [] });
    expect(document.problems[0]?.message).toMatch(/^The file cannot be read: /);
    expect(document.problems[0]?.at[0]?.line).toBeGreaterThan(8);
  });

  it("tells a key given twice", () => {
    const [problem] = told(documentOf(environmentText("  budget: { monthlyEUR: 1 }\n  budget: { monthlyEUR: 2 }\n")));
    expect(problem).toBe("10:3 The file cannot be read: Map keys must be unique");
  });

  it("may use anchors, merge keys and several documents", () => {
    const two = `${environmentText("  previews: &previews { max: 1, ttl: 3d }\n")}---\n${environmentText("  previews: { <<: &x { max: 2 }, ttl: 1d }\n", { name: "two" })}`;
    const documents = readEnvironments("environments/all.yaml", two);
    expect(documents.map(({ name, environment }) => [name, environment?.spec.previews?.max])).toEqual([
      ["dev", 1],
      ["two", 2],
    ]);
  });

  it("knows where its server types stand, also when something else is wrong", () => {
    const { serverTypes, environment } = documentOf(environmentText("  wrong: 1\n"));
    expect(environment).toBeUndefined();
    expect(serverTypes).toEqual([{ name: "cx33", at: { file: "environments/dev.yaml", line: 6, column: 65 } }]);
  });

  it("of somebody else's format is left alone", () => {
    expect(readEnvironments("a.yaml", "kind: Environment\napiVersion: example.org/v1\n")).toEqual([]);
    expect(readEnvironments("a.yaml", "kind: Deployment\napiVersion: apps/v1\n")).toEqual([]);
  });

  it("that is hostile is a finding, not a fault", () => {
    const bomb = Array.from(
      { length: 9 },
      (_, i) => `  a${i}: &a${i} [${Array(9).fill(i === 0 ? "x" : `*a${i - 1}`)}]`,
    );
    expect(told(documentOf(environmentText(`${bomb.join("\n")}\n`)))[0]).toMatch(/^1:1 The file cannot be read: /);
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    expect(documentOf(environmentText(`  sleep: ${deep}\n`)).unreadable).toBe(true);
    expect(told(documentOf(environmentText(`# ${"x".repeat(300_000)}\n`)))).toEqual([
      "1:1 The file cannot be read: it is longer than 256 KiB",
    ]);
  });

  it("never makes the reader throw, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (noise) => {
        for (const { problems } of readEnvironments("a.yaml", environmentText(noise))) {
          for (const { at } of problems) expect(at[0]?.line).toBeGreaterThan(0);
        }
      }),
    );
    fc.assert(
      fc.property(fc.json(), fc.constantFrom("server", "agents", "sleep", "backup", "budget"), (value, key) => {
        const text = `apiVersion: slipway.dev/v1alpha1\nkind: Environment\nmetadata: { name: x }\nspec:\n  ${key}: ${value}\n`;
        expect(readEnvironments("a.yaml", text)[0]?.environment).toBeUndefined();
      }),
    );
  });
});
