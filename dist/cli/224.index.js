export const id = 224;
export const ids = [224];
export const modules = {

/***/ 5224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  showEnvironment: () => (/* binding */ showEnvironment)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/src/environment/network.js
var network = __webpack_require__(60089);
;// CONCATENATED MODULE: ./build/src/environment/filled-yaml.js


function filledYaml(environment, declared) {
    const document = new dist/* Document */.yo(withNetwork(environment), { version: "1.1" });
    if ((0,dist/* isMap */.jh)(document.contents))
        arrange(document.contents, declared, []);
    return document.toString({ lineWidth: 0 });
}
function withNetwork(environment) {
    const { server } = environment.spec;
    const cidr = (0,network/* privateNetwork */.C)(environment);
    if (server.provider === "none" || cidr === undefined)
        return environment;
    return { ...environment, spec: { ...environment.spec, server: { ...server, network: { cidr } } } };
}
function arrange(map, declared, path) {
    for (const pair of map.items) {
        const key = (0,dist/* isScalar */.jn)(pair.key) ? String(pair.key.value) : "";
        const given = fieldOf(declared, key);
        if ((0,dist/* isSeq */.oP)(pair.value) && pair.value.items.every((item) => (0,dist/* isScalar */.jn)(item)))
            pair.value.flow = true;
        if (given === undefined)
            mark(pair, path.concat(key).join(".") === "spec.server.network" ? "implied by several servers" : "default");
        else if ((0,dist/* isMap */.jh)(pair.value))
            arrange(pair.value, given, [...path, key]);
    }
}
function mark({ key, value }, words) {
    if ((0,dist/* isMap */.jh)(value) && (0,dist/* isScalar */.jn)(key)) {
        value.flow = true;
        value.comment = ` ${words}`;
    }
    else if ((0,dist/* isScalar */.jn)(value) || (0,dist/* isSeq */.oP)(value))
        value.comment = ` ${words}`;
}
const fieldOf = (value, key) => typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;

// EXTERNAL MODULE: ./build/src/environments.js
var src_environments = __webpack_require__(74715);
;// CONCATENATED MODULE: ./build/src/cli/environment/show.js


async function showEnvironment(name, { root, format }, terminal) {
    const environments = (0,src_environments/* valid */.rZ)(await (0,src_environments/* checkedEnvironments */.ID)(root), name);
    if (format === "json") {
        const all = environments.map(({ environment }) => environment);
        terminal.out(`${JSON.stringify(name === undefined ? all : all[0], null, 2)}\n`);
        return 0;
    }
    const documents = environments.map(({ environment, declared, at }) => `# ${at.file}, with defaults\n${filledYaml(environment, declared)}`);
    terminal.out(documents.join("---\n"));
    return 0;
}


/***/ }),

/***/ 60089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ privateNetwork)
/* harmony export */ });
const usualRange = "10.0.0.0/16";
function privateNetwork({ spec: { server, agents } }) {
    if (server.provider === "none")
        return undefined;
    if (server.network !== undefined)
        return server.network.cidr;
    return server.count + (agents?.count ?? 0) > 1 ? usualRange : undefined;
}


/***/ }),

/***/ 74715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ checkedEnvironments),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   b6: () => (/* binding */ environmentNamed),
/* harmony export */   rZ: () => (/* binding */ valid)
/* harmony export */ });
/* harmony import */ var kubeconform_wasm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40999);
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66417);
/* harmony import */ var _environment_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60884);
/* harmony import */ var _model_closest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(16072);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81729);
/* harmony import */ var _run_configuration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6785);
/* harmony import */ var _run_environments_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51293);
/* harmony import */ var _run_settle_ignores_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26505);
/* harmony import */ var _run_settle_levels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77224);
/* harmony import */ var _tree_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74869);










async function checkedEnvironments(root) {
    const tree = await (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_8__/* .openWorkingCopy */ .Fs)(root);
    const configuration = (0,_run_configuration_js__WEBPACK_IMPORTED_MODULE_4__/* .readConfiguration */ .T)(tree);
    const { ignore } = configuration;
    const documents = await (0,_run_environments_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentsIn */ .Ib)(tree, ignore);
    const catalogue = (0,_environment_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .committedCatalogue */ .ab)();
    const { versions: kubernetesVersions } = (0,kubeconform_wasm__WEBPACK_IMPORTED_MODULE_0__/* .openSchemas */ .ZT)((0,_engine_index_js__WEBPACK_IMPORTED_MODULE_1__/* .locate */ .x5)().schemas);
    const found = await (0,_run_environments_js__WEBPACK_IMPORTED_MODULE_5__/* .checkEnvironmentFiles */ .zM)(documents, { tree, catalogue, kubernetesVersions });
    const files = new Set(documents.map(({ at: { file } }) => file));
    const theirs = { files: () => files, lookup: tree.lookup.bind(tree), read: tree.read.bind(tree) };
    const comments = (0,_run_settle_ignores_js__WEBPACK_IMPORTED_MODULE_6__/* .readComments */ .T)(theirs, ignore, (_kind, _id, make) => make());
    const { findings } = (0,_run_settle_ignores_js__WEBPACK_IMPORTED_MODULE_6__/* .heedIgnores */ .Y)((0,_run_settle_levels_js__WEBPACK_IMPORTED_MODULE_7__/* .levelled */ .Io)(found, configuration), comments, { complete: false, isOff: () => false });
    return { documents, findings, catalogue };
}
function named(documents, name) {
    if (documents.length === 0) {
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-USAGE", "There is no Environment here", {
            hint: "They are looked for in folders called environments, such as manifests/environments/dev.yaml",
        });
    }
    const chosen = documents.filter((one) => name === undefined || one.name === name);
    if (chosen.length > 0)
        return chosen;
    const names = documents.map((one) => one.name);
    const near = (0,_model_closest_js__WEBPACK_IMPORTED_MODULE_9__/* .closest */ .k)(name ?? "", names);
    throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-USAGE", `There is no Environment "${name ?? ""}"`, {
        hint: `${near === undefined ? "" : `Did you mean ${near}? `}There is: ${names.join(", ")}`,
    });
}
function valid({ documents }, name) {
    return named(documents, name).map((document) => {
        const { environment, problems, at } = document;
        if (environment !== undefined)
            return { ...document, environment };
        const lines = problems
            .filter(({ severity }) => severity === "error")
            .map(({ message, hint, at: [place = at] }) => {
            return `${place.file}:${place.line}:${place.column} ${message}${hint === undefined ? "" : `\n    ${hint}`}`;
        });
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-CONFIG", `Environment ${document.name} is not valid\n  ${lines.join("\n  ")}`, {
            hint: "docs/environments.md has every field, and schemas/environment.v1alpha1.json completes them in editors",
        });
    });
}
async function environmentNamed(root, name) {
    const [found] = valid(await checkedEnvironments(root), name);
    if (!found)
        throw new TypeError(`Environment ${name} was found and is missing`);
    return found.environment;
}


/***/ })

};
