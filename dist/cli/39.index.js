export const id = 39;
export const ids = [39,392];
export const modules = {

/***/ 26039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRollback: () => (/* binding */ runRollback)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/render-only.js
var render_only = __webpack_require__(25392);
// EXTERNAL MODULE: ./build/src/gitops/repository.js
var repository = __webpack_require__(96928);
;// CONCATENATED MODULE: ./build/src/rollback/github-remote.js

const parseRemotes = (output) => [...output.matchAll(/^(\S+)\t(.+) \(fetch\)/gm)].map(([, name = "", url = ""]) => ({ name, url }));
function githubRemote(remotes, serverUrl, wanted) {
    const host = new URL(serverUrl).hostname;
    const found = remotes
        .filter(({ name }) => wanted === undefined || name === wanted)
        .flatMap(({ name: remote, url }) => {
        const [on, owner, name, ...rest] = (0,repository/* normalizeRepoURL */.li)(url).split("/");
        const isThere = on === host && owner !== undefined && name !== undefined && rest.length === 0;
        return isThere ? [{ remote, owner, name }] : [];
    });
    return found.find(({ remote }) => remote === "origin") ?? found[0];
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
;// CONCATENATED MODULE: ./build/src/rollback/plan.js

function filesToRestore(changed, { reads, folders }) {
    const known = new Set(reads);
    const beside = new Set(reads.map((path) => (0,posix_.dirname)(path)).filter((folder) => folder !== "."));
    return changed.filter(({ path }) => known.has(path) || beside.has((0,posix_.dirname)(path)) || folders.some((folder) => path.startsWith(`${folder}/`)));
}
function parseNameStatus(output) {
    const parts = output.split("\0").filter((part) => part !== "");
    return Array.from({ length: Math.floor(parts.length / 2) }, (_, index) => ({
        path: parts[index * 2 + 1] ?? "",
        existed: parts[index * 2] !== "A",
    }));
}
const branchOf = (application, commit) => `rollback/${application.replaceAll(/[^\w.-]/g, "-")}-${commit.slice(0, 7)}`;
function messageOf(application, commit, undone) {
    const list = undone.length === 0 ? "" : `\nIt takes back:\n\n${undone.map((line) => `- ${line}`).join("\n")}\n`;
    return `revert: ${application} to ${commit.slice(0, 7)}\n\nThe files that ${application} is made of are as they were in ${commit}.\n${list}`;
}

// EXTERNAL MODULE: ./build/src/model/error.js
var error = __webpack_require__(81729);
// EXTERNAL MODULE: ./build/src/tree/git.js
var tree_git = __webpack_require__(43586);
;// CONCATENATED MODULE: ./build/src/rollback.js








async function rollback(options, ports) {
    const { root, application, revision } = options;
    const git = gitIn(root);
    const commit = (await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`)).trim();
    const head = (await git("rev-parse", "HEAD")).trim();
    const footprint = await footprintOf(options, ports);
    const range = [commit, head];
    const changed = parseNameStatus(await git("diff", "--name-status", "-z", "--no-renames", ...range));
    const files = filesToRestore(changed, footprint);
    if (files.length === 0) {
        throw new error/* SlipwayError */.GQ("SLW-USAGE", `nothing that ${application} is made of has changed since ${commit.slice(0, 7)}`, {
            hint: "`git log` of its folder shows the revisions that differ",
        });
    }
    const paths = files.map(({ path }) => path);
    const log = await git("log", "--format=%s (%h)", `${commit}..${head}`, "--", ...paths);
    const undone = log.split("\n").filter((line) => line !== "");
    const branch = branchOf(application, commit);
    const message = messageOf(application, commit, undone);
    const made = await commitOn(branch, files, { root, commit, head, message });
    return { application, commit, branch, made, files, undone, message };
}
async function pushRollback(root, remote, { branch }) {
    await gitIn(root)("push", "--quiet", remote, `refs/heads/${branch}:refs/heads/${branch}`);
}
async function remoteOnGitHub(root, serverUrl, named) {
    return githubRemote(parseRemotes(await gitIn(root)("remote", "--verbose")), serverUrl, named);
}
async function footprintOf({ root, application }, ports) {
    const run = { root, cache: true, offline: false, requireSources: false };
    const applications = await (0,render_only.renderOnly)(run, ports);
    const found = applications.find(({ report }) => report.name === application);
    if (found === undefined) {
        const names = applications.filter(({ report }) => report.kind === "Application").map(({ report }) => report.name);
        throw new error/* SlipwayError */.GQ("SLW-USAGE", `there is no Application "${application}"`, {
            hint: `there is ${names.join(", ")}`,
        });
    }
    const { source, sources = [] } = found.spec ?? {};
    const folders = [source, ...sources].flatMap((one) => one?.path?.replace(/^\.\/|\/$/g, "") ?? []);
    return {
        reads: Object.keys(found.rendered.reads.files),
        folders: folders.filter((folder) => folder !== "" && folder !== "."),
    };
}
async function commitOn(branch, files, { root, commit, head, message }) {
    const git = gitIn(root);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "slipway-rollback-"));
    const copy = (0,external_node_path_.join)(folder, "copy");
    try {
        await git("worktree", "add", "--quiet", "--detach", copy, head);
        const inCopy = gitIn(copy);
        const [restored, removed] = [files.filter(({ existed }) => existed), files.filter(({ existed }) => !existed)];
        if (restored.length > 0)
            await inCopy("checkout", "--quiet", commit, "--", ...restored.map(({ path }) => path));
        if (removed.length > 0)
            await inCopy("rm", "--quiet", "--", ...removed.map(({ path }) => path));
        await inCopy("commit", "--quiet", "--message", message);
        const made = (await inCopy("rev-parse", "HEAD")).trim();
        await git("branch", "--force", branch, made);
        return made;
    }
    finally {
        await (0,tree_git/* runGit */.EO)(root, ["worktree", "remove", "--force", copy]);
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
const gitIn = (folder) => async (...args) => {
    const result = await (0,tree_git/* runGit */.EO)(folder, args);
    if (result.status === 0)
        return result.stdout.toString();
    if (args[0] !== "rev-parse")
        throw (0,tree_git/* explainGit */.y2)(folder, result);
    throw new error/* SlipwayError */.GQ("SLW-USAGE", `${args.at(-1)?.replace("^{commit}", "")} is no commit of this clone`, {
        hint: "a shallow clone has few: fetch-depth: 0 of actions/checkout brings all",
    });
};

// EXTERNAL MODULE: ./build/src/cli/run-options.js
var run_options = __webpack_require__(80490);
;// CONCATENATED MODULE: ./build/src/cli/rollback-command.js


async function runRollback(application, revision, options, terminal, signal) {
    const { root } = options;
    const made = await rollback({ root, application, revision }, (0,run_options/* runPorts */.G)(terminal, signal, undefined));
    const { branch, commit, files, undone } = made;
    terminal.out(`${branch}: ${application} as in ${commit.slice(0, 7)}\n`);
    for (const { path, existed } of files)
        terminal.out(`  ${existed ? "~" : "-"} ${path}\n`);
    for (const line of undone)
        terminal.out(`  takes back ${line}\n`);
    terminal.out(`\n${await publish(made, options, terminal, signal)}\n`);
    return 0;
}
async function publish(made, { root, push }, terminal, signal) {
    const { branch, message } = made;
    const byHand = `gh pr create --head ${branch} --fill`;
    const { clock, log } = (0,run_options/* runPorts */.G)(terminal, signal, undefined);
    const { token, apiUrl, serverUrl } = githubOf(terminal.env);
    const remote = push === false ? undefined : await remoteOnGitHub(root, serverUrl, push);
    if (token !== undefined && remote !== undefined) {
        const { proposeRollback } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413), __webpack_require__.e(170)]).then(__webpack_require__.bind(__webpack_require__, 59789));
        const [title = "", ...body] = message.split("\n");
        const proposed = { branch, title, body: body.join("\n").trim() };
        const ports = { token, apiUrl, clock, log, signal, push: () => pushRollback(root, remote.remote, made) };
        const { action, url } = await proposeRollback(proposed, remote, ports);
        return `Pull request ${action}: ${url}`;
    }
    if (push === undefined || push === false) {
        const to = remote?.remote ?? "origin";
        return `Nothing is pushed. Make a pull request of it:\n  git push ${to} ${branch} && ${byHand}`;
    }
    await pushRollback(root, push, made);
    return `Pushed to ${push}. Make a pull request of it:\n  ${byHand}`;
}
function githubOf(env) {
    const first = (...names) => names.map((name) => env[name]).find(Boolean);
    return {
        token: first("GH_TOKEN", "GITHUB_TOKEN"),
        apiUrl: first("GITHUB_API_URL") ?? "https://api.github.com",
        serverUrl: first("GITHUB_SERVER_URL") ?? "https://github.com",
    };
}


/***/ }),

/***/ 25392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderOnly: () => (/* binding */ renderOnly)
/* harmony export */ });
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66417);
/* harmony import */ var _run_fetching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14971);
/* harmony import */ var _run_outside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30680);
/* harmony import */ var _run_render_side_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81578);
/* harmony import */ var _run_results_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39109);
/* harmony import */ var _run_stores_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79245);
/* harmony import */ var _run_workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81994);







async function renderOnly(options, ports) {
    const engines = (0,_engine_index_js__WEBPACK_IMPORTED_MODULE_0__/* .openEngines */ .Uj)(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs });
    try {
        const workspace = await (0,_run_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .openWorkspace */ .O)(options, ports);
        const outside = (0,_run_outside_js__WEBPACK_IMPORTED_MODULE_2__/* .openOutside */ .A9)(options.root, (0,_run_fetching_js__WEBPACK_IMPORTED_MODULE_1__/* .openSources */ .Hv)(workspace.head, options, ports));
        const results = (0,_run_results_js__WEBPACK_IMPORTED_MODULE_4__/* .openResults */ .B)((0,_run_stores_js__WEBPACK_IMPORTED_MODULE_5__/* .openStores */ .j)(options, ports).results(), workspace.head);
        const { applications } = await (0,_run_render_side_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSide */ .a)(workspace.head, { workspace, engines, outside, results });
        results.keep();
        return applications;
    }
    finally {
        await engines.close();
    }
}


/***/ })

};
