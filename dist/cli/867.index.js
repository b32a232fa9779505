export const id = 867;
export const ids = [867];
export const modules = {

/***/ 6867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _model_change_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54535);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81729);
/* harmony import */ var _model_rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8073);
/* harmony import */ var _report_effect_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39906);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32254);





const meanings = {
    "SLW-USAGE": "An option or argument is not one slipway has, or not a value it takes. See slipway --help.",
    "SLW-CONFIG": "slipway.yaml, an Environment, the baseline or a lock file is not valid. Mend the line that is named.",
    "SLW-NODE": "Node is older than 22.15. Install a newer one.",
    "SLW-BASE": "The base revision is not in this clone. Set fetch-depth: 0 on actions/checkout, or the depth that is named.",
    "SLW-GIT": "Git could not be run, or refused. Its own words are in the message.",
    "SLW-SOURCE": "A chart or repository could not be had. Check its address and the credentials.",
    "SLW-GITHUB": "GitHub did not answer as it should. Run again; the request id is in the message.",
    "SLW-HETZNER-TOKEN": "The token in HCLOUD_TOKEN is missing, of another project, or may not do this.",
    "SLW-HETZNER-REFUSED": "Hetzner refused a request and would refuse it again. Its own words and the request id are in the message.",
    "SLW-HETZNER-FOREIGN": "A name that this Environment needs belongs to something slipway did not make for it. Rename or remove that, or pass --adopt.",
    "SLW-HETZNER-LOSS": "The plan would lose data or an address. Read what, and pass --allow-destroy if that is meant.",
    "SLW-HETZNER-BUDGET": "A month would cost more than spec.budget allows. Change the plan or the budget, or pass --over-budget.",
    "SLW-HETZNER-PROTECTED": "It is protected against deletion. Teardown wants --confirm with the Environment's name.",
    "SLW-HETZNER-OFFER": "No server type of the preference list is sold in a location of it. slipway env check says which are.",
    "SLW-HETZNER-API": "Hetzner did not answer as it should. Run again; the request id is in the message.",
    "SLW-HETZNER-RATE": "The project's requests are used up, by this or another client. Run again in a few minutes.",
    "SLW-HETZNER-LIMIT": "The project may have no more of this. Ask Hetzner for a higher limit, or remove what is not needed.",
    "SLW-HETZNER-STOCK": "Nothing of the preference list is in stock. Add a type or a location, or run again later.",
    "SLW-HETZNER-ACTION": "Hetzner began something and could not finish it. Run again: what was begun is found and finished.",
    "SLW-HETZNER-TIMEOUT": "Hetzner took too long over something that it had begun. Run again to go on waiting.",
    "SLW-HETZNER-ORPHANS": "Something is left that costs money or holds a name. The table says what; run teardown or sweep again.",
    "SLW-NOT-PROVISIONED": "A server of the Environment is missing, switched off, or was never logged in to. Run slipway provision ENV --mode apply.",
    "SLW-SSH-KEY": "The SSH private key cannot be used: it has a passphrase, is cut short, or is not a key. Put the whole private key file, without a passphrase, in the secret.",
    "SLW-SSH-HOST-KEY": "The server shows another host key than the pinned one, or the label that pins it is damaged. Do not connect by hand; compare the key at the server's console.",
    "SLW-SSH-AUTH": "The server refused the user's key. Use the private key whose public half the server was made with.",
    "SLW-SSH-UNREACHABLE": "Nothing answers at the server's SSH port. Check that it runs, and sshFrom in the Environment.",
    "SLW-SSH-IPV6": "The server has an IPv6 address only, and this machine has no way there. Set publicIPv4: true, or run where IPv6 works; GitHub's hosted runners have none.",
    "SLW-SSH-LOST": "The connection was lost in the middle. Run again: what was done stays, the rest is finished.",
    "SLW-SSH-TIMEOUT": "A command on the server did not end within its time limit. Run again; look at the server's load and disk if it stays.",
    "SLW-SERVER-COMMAND": "A command on the server failed. Its last words are in the message.",
    "SLW-SERVER-BOOT": "The first boot of the server failed. The step and the log's last lines are in the message; a new server is a rerun after teardown.",
    "SLW-SERVER-WAIT": "The server was not ready within the time limit. The message says how far it came and what to look at.",
    "SLW-K3S-VERSION": "The step from the running to the declared k3s version is refused: older, or more than one minor ahead. Declare the version that is named, apply, then go on.",
    "SLW-K3S-HASH": "A file of k3s does not have its pinned hash, or none is pinned. slipway lock --k3s pins what the Environments declare; never trust what arrived instead.",
    "SLW-K3S-HEALTH": "k3s did not become ready. The journal's last lines, memory, disk and ports are in the message.",
    "SLW-KUBECONFIG": "The kubeconfig cannot be read, or says no cluster. `kubectl config view --minify --flatten` prints one.",
    "SLW-CLUSTER": "The Kubernetes API could not be reached, or refused. Its own words are in the message.",
    "SLW-CONFLICT": "Somebody else has set a field that bootstrap wants to set otherwise. Settle who is right, or give --take-over.",
    "SLW-BUSY": "Another run is at work on this cluster. Wait for it, or give --if-busy wait.",
    "SLW-STUCK": "An Application cannot become healthy on its own. The reason is in the message; mend it in Git.",
    "SLW-TIME-LIMIT": "It was not done in time. The log, and for bootstrap the diagnosis file, say what was being waited for.",
    "SLW-LOCAL": "A local cluster needs Docker and k3d on the PATH, and one of them is missing.",
    "SLW-ENGINE": "An engine is missing or damaged. Install slipway again; if it stays, report it.",
};
function explain(name, terminal) {
    const rule = _rules_js__WEBPACK_IMPORTED_MODULE_2__.allRules[name];
    if (rule) {
        terminal.out(`${name} (${rule[0]})\n${rule[1]}.\n${(0,_model_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleDocs */ .yQ)(name)}\n`);
        return _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.fine;
    }
    const effect = _model_change_js__WEBPACK_IMPORTED_MODULE_4__/* .effectKinds */ .Vn.find((kind) => name === `effect/${kind}` || name === kind);
    if (effect) {
        terminal.out(`effect/${effect}\n${_report_effect_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .effectDescriptions */ .j[effect]}.\n${(0,_model_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .effectDocs */ .fI)(effect)}\n`);
        return _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.fine;
    }
    const code = name.toUpperCase();
    if (isErrorCode(code)) {
        terminal.out(`${code} (exit ${_model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCodes */ .fv[code]})\n${meanings[code]}\n`);
        return _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.fine;
    }
    const known = [...Object.keys(_rules_js__WEBPACK_IMPORTED_MODULE_2__.allRules), ...Object.keys(_model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCodes */ .fv)].filter((one) => one.includes(name.toLowerCase()));
    const suggestions = known.length > 0 && known.length < 12 ? known : [...Object.keys(_rules_js__WEBPACK_IMPORTED_MODULE_2__.allRules), ...Object.keys(_model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCodes */ .fv)];
    terminal.err(`SLW-USAGE there is no rule or code "${name}"\n  There is: ${suggestions.join(", ")}\n`);
    return _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.usage;
}
function isErrorCode(name) {
    return name in _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCodes */ .fv;
}


/***/ }),

/***/ 39906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ effectDescriptions),
/* harmony export */   w: () => (/* binding */ dangerFindings)
/* harmony export */ });
/* harmony import */ var _model_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8073);
/* harmony import */ var _overview_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86173);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71272);



const effectDescriptions = {
    "deletes-data": "Data goes with the resource, and does not come back with it",
    rejected: "The API server refuses the update, so the sync fails",
    "wave-order": "Pods start in an earlier step of the sync than what they read",
    "widens-access": "RBAC or an AppProject gives rights beyond what it gave",
    exposes: "A way in from outside is opened",
    recreated: "The resource is deleted and created again",
    rollout: "The pods of a workload are replaced",
    scales: "A workload has more or fewer pods",
    secret: "The content of a Secret changes",
    image: "A container runs another image",
    "manual-sync": "Argo CD does not apply the change by itself, or not at any time",
    orphaned: "The resource is no longer declared and stays in the cluster",
    pruned: "The resource is deleted",
    "not-picked-up": "Pods go on with content that has changed",
    runs: "A CronJob or a hook runs differently",
    fit: "The requests for CPU or memory change",
    breadth: "Many Applications change at once",
    follows: "Only a reference to a generated name changes",
};
function dangerFindings(report) {
    return (0,_overview_js__WEBPACK_IMPORTED_MODULE_1__/* .effectsOfLevel */ .qh)(report, "danger").map(({ effect, change }) => ({
        rule: `effect/${effect.kind}`,
        severity: "warning",
        message: `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceName */ .Iy)(change.resource)} ${effect.message}`,
        ...(effect.hint === undefined ? {} : { hint: effect.hint }),
        application: change.application,
        resource: change.resource,
        at: change.kind === "removed" ? declarationOf(change.application, report) : change.at,
        docs: (0,_model_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .effectDocs */ .fI)(effect.kind),
    }));
}
function declarationOf(application, { applications }) {
    const declared = applications.find(({ name, file }) => name === application && file !== "");
    return declared === undefined ? [] : [{ file: declared.file, line: declared.line, column: 1 }];
}


/***/ }),

/***/ 86173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ overview),
/* harmony export */   R: () => (/* binding */ inWaveOrder),
/* harmony export */   S9: () => (/* binding */ sortApplications),
/* harmony export */   Tc: () => (/* binding */ sortFindings),
/* harmony export */   qh: () => (/* binding */ effectsOfLevel)
/* harmony export */ });
/* harmony import */ var _model_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54535);
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85382);


function overview(report) {
    const sections = new Map();
    for (const application of sortApplications(report.applications)) {
        sections.set(application.name, { name: application.name, application, changes: [], findings: [], shared: [] });
    }
    const section = (name) => {
        const known = sections.get(name) ?? { name, changes: [], findings: [], shared: [] };
        sections.set(name, known);
        return known;
    };
    for (const change of report.changes)
        section(change.application).changes.push(change);
    for (const change of report.applicationChanges ?? [])
        section(change.application).applicationChange = change;
    const repository = [];
    for (const finding of sortFindings(report.findings)) {
        (finding.application === undefined ? repository : section(finding.application).findings).push(finding);
        for (const { application, severity } of finding.alsoIn ?? [])
            section(application).shared.push({ ...finding, severity });
    }
    const all = [...sections.values()];
    return { sections: byGravity(all.filter(hasNews)), quiet: all.filter((one) => !hasNews(one)), repository };
}
function byGravity(sections) {
    const rank = ({ changes }) => Math.min(_model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.length * 2, ...changes.flatMap(({ effects }) => effects.map(effectRank)));
    return sections.toSorted((a, b) => rank(a) - rank(b));
}
function effectRank({ level, kind }) {
    const place = _model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.indexOf(kind);
    return { danger: place, caution: _model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.length + place, note: _model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.length * 2 }[level];
}
function effectsOfLevel({ changes }, level) {
    return changes
        .flatMap((change) => change.effects.filter((effect) => effect.level === level).map((effect) => ({ effect, change })))
        .toSorted((a, b) => effectRank(a.effect) - effectRank(b.effect));
}
function hasNews({ application, applicationChange, changes, findings, shared }) {
    const status = application?.status;
    return (changes.length + findings.length + shared.length > 0 ||
        applicationChange !== undefined ||
        status === "not-rendered" ||
        status === "failed");
}
function inWaveOrder(sections) {
    const wave = ({ application }) => application?.wave ?? Number.MAX_SAFE_INTEGER;
    return sections.toSorted((a, b) => wave(a) - wave(b) || compare(a.name, b.name));
}
function sortApplications(applications) {
    return applications.toSorted((a, b) => a.wave - b.wave || compare(a.name, b.name) || compare(a.file, b.file));
}
function sortFindings(findings) {
    return findings.toSorted((a, b) => {
        const [left, right] = [a.at[0], b.at[0]];
        return (_model_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g.indexOf(a.severity) - _model_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g.indexOf(b.severity) ||
            compare(left?.file ?? "", right?.file ?? "") ||
            (left?.line ?? 0) - (right?.line ?? 0) ||
            (left?.column ?? 0) - (right?.column ?? 0) ||
            compare(a.rule, b.rule) ||
            compare(a.message, b.message));
    });
}
function compare(a, b) {
    return a < b ? -1 : Number(a > b);
}


/***/ })

};
