export const id = 551;
export const ids = [551];
export const modules = {

/***/ 76551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDown: () => (/* binding */ runDown),
/* harmony export */   runUp: () => (/* binding */ runUp)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57975);
/* harmony import */ var _cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65061);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81729);
/* harmony import */ var _bootstrap_command_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(84678);








const run = (0,node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
const webPort = 8080;
const clusterOf = (environment) => `slipway-${environment}`;
async function runUp(environment, options, terminal, signal) {
    await requireTools();
    const cluster = clusterOf(environment);
    if (!(await clusters(signal)).includes(cluster)) {
        terminal.err(`making the k3d cluster ${cluster}\n`);
        const ports = ["--port", `${webPort}:80@loadbalancer`, "--kubeconfig-update-default=false"];
        await k3d(["cluster", "create", cluster, "--wait", ...ports], signal);
    }
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), "slipway-local-"));
    try {
        const kubeconfig = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, "kubeconfig");
        await (0,_cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_5__/* .writeKubeconfig */ .fQ)(kubeconfig, await k3d(["kubeconfig", "get", cluster], signal));
        return await (0,_bootstrap_command_js__WEBPACK_IMPORTED_MODULE_7__.runBootstrap)(environment, { ...options, kubeconfig }, terminal, signal, webPort);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
    }
}
async function runDown(environment, terminal, signal) {
    await requireTools();
    const cluster = clusterOf(environment);
    const isThere = (await clusters(signal)).includes(cluster);
    if (isThere)
        await k3d(["cluster", "delete", cluster], signal);
    terminal.out(isThere ? `${cluster} is gone\n` : `there is no cluster ${cluster}\n`);
    return 0;
}
async function requireTools() {
    const tools = [
        ["docker", ["version", "--format", "{{.Server.Version}}"], "install Docker and start it"],
        ["k3d", ["version"], "install k3d from https://k3d.io"],
    ];
    for (const [tool, args, hint] of tools) {
        await run(tool, args).catch((error) => {
            const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
            const what = missing ? `${tool} is not on the PATH` : `${tool} is there and does not answer`;
            throw new _model_error_js__WEBPACK_IMPORTED_MODULE_6__/* .SlipwayError */ .GQ("SLW-LOCAL", `a local cluster needs Docker and k3d: ${what}`, {
                hint: `${hint}; or bring any cluster of your own: slipway bootstrap ENVIRONMENT --kubeconfig FILE`,
                cause: error,
            });
        });
    }
}
async function clusters(signal) {
    const listed = await k3d(["cluster", "list", "--no-headers"], signal);
    return listed.split("\n").flatMap((line) => line.split(/\s+/, 1)[0] || []);
}
async function k3d(args, signal) {
    try {
        return (await run("k3d", args, { signal })).stdout;
    }
    catch (error) {
        const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_6__/* .SlipwayError */ .GQ("SLW-LOCAL", `k3d ${args[0]} ${args[1]} failed: ${said.split("\n").at(-1)}`, {
            cause: error,
        });
    }
}


/***/ })

};
