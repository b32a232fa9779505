export const id = 248;
export const ids = [248];
export const modules = {

/***/ 68248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   systemProcesses: () => (/* binding */ systemProcesses)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);




const patience = 2_000;
const systemProcesses = {
    async run({ file, args, stdin }, { signal } = {}) {
        signal?.throwIfAborted();
        const child = launch(file, args);
        const ended = exitOf(child);
        const abort = () => {
            child.once("exit", () => [child.stdout, child.stderr].forEach((pipe) => pipe.destroy()));
            terminate(child);
        };
        signal?.addEventListener("abort", abort, { once: true });
        try {
            await feed(child, stdin);
            const exit = await ended;
            signal?.throwIfAborted();
            return exit;
        }
        finally {
            signal?.removeEventListener("abort", abort);
        }
    },
    start({ file, args }) {
        const child = launch(file, args);
        child.stdin.on("error", () => { });
        const ended = exitOf(child);
        const first = new Promise((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk))));
        return {
            spoke: Promise.race([first, ended.then(() => undefined)]),
            ended,
            async stop() {
                child.stdin.end();
                const timer = setTimeout(() => terminate(child), patience);
                await ended;
                clearTimeout(timer);
            },
        };
    },
};
const launch = (file, args) => (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { stdio: "pipe", env: { PATH: process.env["PATH"], HOME: process.env["HOME"], LC_ALL: "C" } });
function terminate(child) {
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), patience).unref();
}
async function exitOf(child) {
    const stdout = [];
    const stderr = [];
    child.stdout.on("data", (chunk) => stdout.push(chunk));
    child.stderr.on("data", (chunk) => stderr.push(chunk));
    let failure;
    child.on("error", (error) => (failure = error.message));
    await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, "close").catch(() => { });
    return {
        code: failure === undefined ? (child.exitCode ?? undefined) : undefined,
        stdout: Buffer.concat(stdout).toString(),
        stderr: failure ?? Buffer.concat(stderr).toString(),
    };
}
async function feed(child, stdin) {
    const input = typeof stdin === "string" || stdin instanceof Uint8Array ? [stdin] : (stdin ?? []);
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(input), child.stdin).catch((error) => {
        if (!["EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ECONNRESET"].includes(error.code ?? ""))
            throw error;
    });
}


/***/ })

};
