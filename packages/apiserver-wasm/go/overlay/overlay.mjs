// Prints the overlay for `go build -overlay`: Kubernetes' own modules as folders below _upstream, which only exist in the overlay. They
// hold upstream's files unchanged, but for packages that talk to the world (etcd, the kubelet, webhooks, discovery): of those there is what
// the strategies name, from the folder called as the module, or only the files listed in `only`.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Packages of which some files are enough; [] leaves a package to our files. */
const only = {
  "k8s.io/api": {},
  "k8s.io/apiserver": {
    "pkg/admission": ["attributes.go", "conversion.go", "errors.go", "handler.go", "interfaces.go", "util.go"],
    "pkg/admission/initializer": [],
    "pkg/admission/plugin/policy/mutating/patch": ["interface.go", "json_patch.go", "smd.go"],
    "pkg/admission/plugin/policy/validating": [
      "errors.go",
      "interface.go",
      "message.go",
      "policy_decision.go",
      "validator.go",
    ],
    "pkg/endpoints/filters": [],
    "pkg/endpoints/handlers/responsewriters": [],
    "pkg/registry/generic": ["doc.go", "matcher.go"],
    "pkg/util/webhook": ["validation.go"],
  },
  "k8s.io/apiextensions-apiserver": {
    "pkg/registry/customresource": ["status_strategy.go", "strategy.go", "validator.go"],
    "pkg/registry/customresourcedefinition": ["strategy.go"],
  },
  "k8s.io/client-go": {
    informers: [],
    kubernetes: [],
    "kubernetes/typed/core/v1": [],
    "listers/core/v1": [],
    "tools/cache": [],
    transport: [],
  },
  "k8s.io/kubernetes": {
    "pkg/controller/endpoint": [],
    "pkg/controller/endpointslice": [],
    "pkg/controller/endpointslicemirroring": [],
    "pkg/kubelet/client": [],
    "pkg/registry/admissionregistration/resolver": [],
    "plugin/pkg/admission/serviceaccount": [],
  },
};

/** Files that no package has: nothing is read or written in protobuf, which would be a third of the engine, or documented. */
const left = {
  "k8s.io/api": ["generated.pb.go", "types_swagger_doc_generated.go"],
  "k8s.io/apiextensions-apiserver": ["generated.pb.go"],
};

const go = (...args) => execFileSync("go", args, { encoding: "utf8", cwd: join(import.meta.dirname, "..") });
const version = { "k8s.io/kubernetes": "v1.37.2" };

const replace = {};
for (const [path, narrowed] of Object.entries(only)) {
  const at = `${path}@${version[path] ?? "v0.37.2"}`;
  const upstream = JSON.parse(go("mod", "download", "-json", at));
  const name = path.split("/")[1];
  const sum = `${at.replace("@", " ")} ${upstream.Sum}`;
  if (
    !readFileSync(join(import.meta.dirname, "upstream.sum"), "utf8")
      .split("\n")
      .includes(sum)
  ) {
    throw new Error(`${at} has another checksum than upstream.sum: ${upstream.Sum}`);
  }
  const module = join(import.meta.dirname, "_upstream", name);
  const ours = join(import.meta.dirname, `_${name}`);
  replace[join(module, "go.mod")] = upstream.GoMod;
  for (const [folder, file] of sources(upstream.Dir)) {
    const kept = narrowed[folder];
    if (left[path]?.includes(file)) continue;
    if (kept === undefined || kept.includes(file))
      replace[join(module, folder, file)] = join(upstream.Dir, folder, file);
  }
  if (existsSync(ours)) {
    for (const [folder, file] of sources(ours)) replace[join(module, folder, file)] = join(ours, folder, file);
  }
}
console.log(JSON.stringify({ Replace: replace }, null, 1));

function sources(root, folder = "") {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return entry.name === "testdata" ? [] : sources(root, join(folder, entry.name));
      return entry.name.endsWith(".go") && !entry.name.endsWith("_test.go") ? [[folder, entry.name]] : [];
    });
}
