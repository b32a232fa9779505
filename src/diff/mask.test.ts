import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprint } from "./fingerprint.ts";
import { maskManifest } from "./mask.ts";
import { maskText } from "./mask-text.ts";
import { manifest } from "./resource.fixture.ts";

const hide = fingerprint("test key");
const masked = (yaml: string): unknown => maskManifest(manifest(yaml), hide);
const hidden = expect.stringMatching(/^<hidden [0-9a-f]{32}>$/);

describe("a Secret", () => {
  test("shows its keys, and the same fingerprint for data and stringData of the same value", () => {
    const data = masked(`{apiVersion: v1, kind: Secret, data: {user: ${btoa("hunter22")}}}`);
    const text = masked("{apiVersion: v1, kind: Secret, stringData: {user: hunter22}}");
    expect(data).toEqual({ apiVersion: "v1", kind: "Secret", data: { user: hidden } });
    expect(text).toEqual(data);
  });

  test("takes stringData over data, as the API server does", () => {
    const both = masked(`{apiVersion: v1, kind: Secret, data: {a: ${btoa("old")}}, stringData: {a: new}}`);
    expect(both).toEqual(masked("{apiVersion: v1, kind: Secret, stringData: {a: new}}"));
  });

  test("of no valid shape stays hidden", () => {
    const texts = ["data: hunter22", "data: [hunter22]", "stringData: {a: {b: hunter22}}", "data: {a: 'hunter22 !'}"];
    for (const text of texts)
      expect(JSON.stringify(masked(`{apiVersion: v1, kind: Secret, ${text}}`))).not.toContain("unter");
  });
});

test("a SealedSecret shows that a value changed, and hides its template", () => {
  const sealed = masked(`
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
spec: {encryptedData: {token: AgBy3i4OJSWK}, template: {type: Opaque, data: {user: hunter22}}}`);
  expect(sealed).toMatchObject({ spec: { encryptedData: { token: hidden }, template: { data: { user: hidden } } } });
});

describe("in any manifest", () => {
  test.each([
    ["a variable by its name", "{env: [{name: DB_PASSWORD, value: hunter22}]}"],
    ["a header", "{httpHeaders: [{name: Authorization, value: Basic hunter22}]}"],
    ["a field by its name", "{spec: {adminPassword: hunter22}}"],
    ["a number", "{spec: {password: 22222222}}"],
    ["a flag and its value", "{args: [--password, hunter22]}"],
    ["a flag with its value", "{args: ['--db-password=hunter22']}"],
    ["a login in a URL", "{env: [{name: DATABASE_URI, value: 'postgres://app:hunter22@db:5432/app'}]}"],
    ["a token in a URL", "{repo: 'https://hunter22hunter22hunter22@example.com/x'}"],
    ["a line of a configuration", '{data: {app: "user: x\\npassword: hunter22\\nport: 1"}}'],
    ["a quoted line", '{data: {app: \'{"apiKey": "hunter22"}\'}}'],
    [
      "a private key",
      '{data: {k: "a\\n-----BEGIN RSA PRIVATE KEY-----\\nhunter22\\n-----END RSA PRIVATE KEY-----\\nb"}}',
    ],
    ["a private key without an end", '{data: {k: "-----BEGIN PRIVATE KEY-----\\nhunter22"}}'],
    ["a token of a known form", "{x: 'use ghp_hunter22hunter22hunter22'}"],
    ["values of a chart", "{spec: {source: {helm: {parameters: [{name: auth.password, value: hunter22}]}}}}"],
  ])("%s is hidden", (_, yaml) => {
    const text = JSON.stringify(masked(yaml));
    expect(text).toContain("<hidden ");
    expect(text).not.toMatch(/hunter22|22222222/);
  });

  test.each([
    "{env: [{name: DB_PASSWORD, value: $(OTHER)}]}",
    "{env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db-password, key: password}}}]}",
    "{spec: {secretName: tls, automountServiceAccountToken: false, existingSecret: db, topologyKey: zone}}",
    "{image: 'registry:5000/a/b:1@sha256:abc', url: 'http://host:8080/path', ssh: 'ssh://git@example.com/x'}",
    '{data: {app: "password: ${DB_PASSWORD}\\nuser: x"}}',
    "{password: ''}",
  ])("%s is left as it is", (yaml) => {
    expect(masked(yaml)).toEqual(manifest(yaml));
  });

  test("the binary data of a ConfigMap is its size and digest", () => {
    expect(masked(`{apiVersion: v1, kind: ConfigMap, binaryData: {a: ${btoa("abc")}}}`)).toMatchObject({
      binaryData: { a: "<binary, 3 bytes, sha256 ba7816bf8f01>" },
    });
  });
});

test("masking a hostile text comes to an end", { timeout: 20_000 }, () => {
  const hostile = [
    "-----BEGIN PRIVATE KEY-----",
    "a://",
    "a".repeat(99),
    "eyJ".repeat(40),
    "--token ",
    "password=",
    ".-".repeat(30),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...hostile), fc.constantFrom(...hostile), (first, second) => {
      expect(maskText((first + second).repeat(1000), hide)).toBeTypeOf("string");
    }),
    { numRuns: 30 },
  );
});

test("fingerprints depend on the key of the run", () => {
  expect(fingerprint("a")("x")).not.toBe(fingerprint("b")("x"));
  expect(fingerprint("a")("x")).toBe(fingerprint("a")("x"));
});
