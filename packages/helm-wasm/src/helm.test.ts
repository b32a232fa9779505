import { memoryTree } from "go-wasm-host/testing";
import { describe, expect, test } from "vitest";
import { EngineError, HelmError, createHelm } from "./index.ts";

const helm = await createHelm();
const release = { chart: "", releaseName: "demo" };

/** A chart of one template. */
const chartOf = (template: string, more: Record<string, string | Uint8Array> = {}) =>
  memoryTree({ "Chart.yaml": "apiVersion: v2\nname: web\nversion: 0.1.0\n", "templates/all.yaml": template, ...more });

/** What a call throws. */
function thrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("resources", () => {
  test("are what kubectl reads: integers stay integers, and YAML 1.1 decides what is a number or boolean", () => {
    const tree = chartOf(
      "kind: Numbers\nint: 5\noctal: 0644\nbool: yes\ny: n\nunder: 1_000\ndate: 2024-01-01\ntime: 12:30:45\nfloat: 1.0\nlast: 1\nlast: 2\n",
    );
    const [resource] = helm.template({ tree, ...release }).resources;
    expect(resource?.manifest).toEqual({
      kind: "Numbers",
      int: 5,
      octal: 420,
      bool: true,
      true: false,
      under: 1000,
      date: "2024-01-01",
      time: "12:30:45",
      float: 1,
      last: 2,
    });
  });

  test("come in the order of the text, hooks last, without documents that are only comments", () => {
    const hook = 'kind: Job\nmetadata: {annotations: {"helm.sh/hook": test}}';
    const tree = chartOf(`${hook}\n---\n# nothing\n---\nkind: Pod\n---\nkind: Secret\n`);
    const { resources } = helm.template({ tree, ...release });
    expect(resources.map(({ manifest }) => manifest["kind"])).toEqual(["Secret", "Pod", "Job"]);
  });

  test("are left out on request", () => {
    const { yaml, resources } = helm.template({ tree: chartOf("kind: Pod\n"), ...release, textOnly: true });
    expect(yaml).toBe("---\n# Source: web/templates/all.yaml\nkind: Pod\n");
    expect(resources).toEqual([]);
  });
});

describe("the same chart", () => {
  const random = `
kind: Secret
metadata: {name: {{ randAlphaNum 16 }}}
data: {int: {{ randInt 1 1000000 }}, shuffled: {{ shuffle "abcdefghij" }}, uuid: {{ uuidv4 }}, now: "{{ now }}", bcrypt: {{ bcrypt "x" }}}
pki:
  {{- $ca := genCA "ca" 30 }}
  ca: {{ $ca.Cert | b64enc }}
  ec: {{ genPrivateKey "ecdsa" | b64enc }}
  ed: {{ genPrivateKey "ed25519" | b64enc }}
`;

  test("gives the same random values, certificates and dates in every call and every instance", async () => {
    const tree = chartOf(random);
    const first = helm.template({ tree, ...release }).yaml;
    expect(helm.template({ tree, ...release }).yaml).toBe(first);
    const other = await createHelm();
    expect(other.template({ tree, ...release }).yaml).toBe(first);
  });
});

describe("reads", () => {
  test("name every file and directory the result depends on, absent ones too", () => {
    const { reads } = helm.template({
      tree: chartOf("kind: Pod\n", { "prod.yaml": "a: 1" }),
      ...release,
      valuesFiles: ["./prod.yaml"],
    });
    expect(reads).toEqual([
      { op: "read", path: "prod.yaml", found: true },
      { op: "list", path: "", found: true },
      { op: "read", path: "Chart.yaml", found: true },
      { op: "read", path: ".helmignore", found: false },
      { op: "list", path: "templates", found: true },
      { op: "read", path: "templates/all.yaml", found: true },
    ]);
  });

  test("do not leave the tree", () => {
    const error = thrown(() =>
      helm.template({ tree: chartOf("kind: Pod\n"), ...release, valuesFiles: ["../secrets.yaml"] }),
    );
    expect(error).toMatchObject({ code: "refused", message: '"../secrets.yaml" is outside the file tree' });
  });

  test("pass on a refusal of the tree unchanged", () => {
    const refusal = new EngineError("refused", "templates leads outside");
    const tree = chartOf("kind: Pod\n");
    const read = (path: string) => {
      if (path === "templates/all.yaml") throw refusal;
      return tree.read(path);
    };
    expect(thrown(() => helm.template({ tree: { ...tree, read }, ...release }))).toBe(refusal);
  });
});

describe("a chart that does not render", () => {
  test("is explained in a sentence, with a place in the tree and Helm's own words", () => {
    const tree = chartOf('kind: Pod\nmetadata:\n  name: {{ required "set .name" .Values.name }}\n');
    const error = thrown(() => helm.template({ tree, ...release }));
    expect(error).toBeInstanceOf(HelmError);
    expect(error).toMatchObject({
      code: "invalid",
      message: "web/templates/all.yaml stops the rendering: set .name",
      detail: "execution error at (web/templates/all.yaml:3:11): set .name",
      location: { file: "templates/all.yaml", template: "web/templates/all.yaml", line: 3, column: 11 },
    });
  });

  test("is stopped when it eats memory, and the next one renders", async () => {
    const small = await createHelm({ memoryLimitBytes: 128 * 1024 ** 2 });
    const tree = chartOf(
      '{{- $text := "x" }}{{ range until 40 }}{{ $text = printf "%s%s" $text $text }}{{ end }}{{ $text }}',
    );
    expect(thrown(() => small.template({ tree, ...release }))).toMatchObject({ code: "limit" });
    expect(small.template({ tree: chartOf("kind: Pod\n"), ...release }).resources).toHaveLength(1);
  });
});

test("environment variables and host names are not there to be read", () => {
  expect(thrown(() => helm.template({ tree: chartOf('{{ env "HOME" }}'), ...release }))).toMatchObject({
    message: 'web/templates/all.yaml is not a template: function "env" not defined',
  });
  const { yaml } = helm.template({ tree: chartOf('host: "{{ getHostByName "localhost" }}"'), ...release });
  expect(yaml).toContain('host: ""');
});

test("what Helm logs becomes warnings", () => {
  const chart = "apiVersion: v2\nname: web\nversion: 0.1.0\ndeprecated: true\n";
  const { warnings } = helm.template({ tree: chartOf("kind: Pod\n", { "Chart.yaml": chart }), ...release });
  expect(warnings).toEqual(["this chart is deprecated"]);
});
