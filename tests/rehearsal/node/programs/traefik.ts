import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { download, go, type Recipe } from "../../../control-plane/binaries.ts";
import { takeModuleFiles } from "./as-released.ts";

const module = "github.com/traefik/traefik/v3";
const version = "v3.7.13";
const lego = { module: "github.com/go-acme/lego/v5", version: "v5.4.1" };

/**
 * Traefik without what a node in a closed network cannot use: 200 DNS providers for certificates, whose client
 * libraries are most of its build. Its folder `dynamic/ext` is a module of its own that is published nowhere, and
 * holds two empty structs.
 */
export const traefikRecipe: Recipe = {
  name: "traefik",
  version,
  package: `${module}/cmd/traefik`,
  ldflags: `-s -w -X ${module}/pkg/version.Version=${version.slice(1)}`,
  prepare(work) {
    takeModuleFiles(work, module, version);
    copyWithoutDnsProviders(join(work, "lego"));
    write(join(work, "ext", "go.mod"), "module github.com/traefik/traefik/dynamic/ext\n\ngo 1.26\n");
    write(join(work, "ext", "ext.go"), "package ext\n\ntype HTTP struct{}\n\ntype Router struct{}\n");
    const replaced = {
      [lego.module]: "./lego",
      "github.com/traefik/traefik/dynamic/ext": "./ext",
      // The fork's newest commit is no longer served; this one has the same interface.
      "github.com/abbot/go-http-auth": "github.com/containous/go-http-auth@v0.4.1-0.20200324110947-a37a7636d23e",
    };
    go(work, "mod", "edit", ...Object.entries(replaced).map(([from, to]) => `-replace=${from}=${to}`));
  },
};

function copyWithoutDnsProviders(target: string): void {
  const source = download(lego.module, lego.version).Dir;
  const providers = join("providers", "dns");
  cpSync(source, target, { recursive: true, filter: (path) => !relative(source, path).startsWith(providers + sep) });
  const stub = [
    "package dns",
    "",
    'import ("errors"; "github.com/go-acme/lego/v5/challenge")',
    "",
    "func NewDNSChallengeProviderByName(name string) (challenge.Provider, error) {",
    '	return nil, errors.New("no DNS provider in this build: " + name)',
    "}",
    "",
  ];
  write(join(target, providers, "providers.go"), stub.join("\n"));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
