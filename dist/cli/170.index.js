export const id = 170;
export const ids = [170];
export const modules = {

/***/ 59789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proposeRollback: () => (/* binding */ proposeRollback)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(92413);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
;// CONCATENATED MODULE: ./build/src/github/retry.js
const attempts = 4;
const longestWait = 90_000;
const firstBackoff = 1_000;
const unspecifiedLimit = 60_000;
function retryDelay(attempt, now) {
    if (attempt.number >= attempts)
        return undefined;
    if (isRateLimit(attempt)) {
        const wait = limitLifts(attempt, now) ?? unspecifiedLimit * 2 ** (attempt.number - 1);
        return wait <= longestWait ? wait : undefined;
    }
    const failed = attempt.status === undefined || attempt.status >= 500;
    return failed && isRepeatable(attempt) ? firstBackoff * 2 ** (attempt.number - 1) : undefined;
}
function isRateLimit({ status, headers, message }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return (headers["retry-after"] !== undefined ||
        String(headers["x-ratelimit-remaining"]) === "0" ||
        /rate limit/iu.test(message));
}
async function withRetries(send, describe, ports) {
    for (let number = 1;; number += 1) {
        try {
            return await send();
        }
        catch (error) {
            const failed = describe(error);
            const now = ports.clock.now();
            const wait = failed && !ports.signal?.aborted ? retryDelay({ ...failed, number }, now) : undefined;
            if (failed === undefined || wait === undefined)
                throw error;
            const why = failed.status === undefined ? failed.message : `status ${failed.status}`;
            ports.log.info(`GitHub answered ${failed.method} with ${why}; trying again in ${Math.ceil(wait / 1000)} s`);
            await ports.clock.sleep(wait, ports.signal);
        }
    }
}
function limitLifts({ headers }, now) {
    const after = Number(headers["retry-after"]);
    if (headers["retry-after"] !== undefined && Number.isFinite(after))
        return Math.max(0, after * 1000);
    const reset = Number(headers["x-ratelimit-reset"]);
    if (String(headers["x-ratelimit-remaining"]) !== "0" || !Number.isFinite(reset))
        return undefined;
    return Math.max(0, reset * 1000 - now) + 1000;
}
function isRepeatable({ method, url }) {
    return method !== "POST" || url.endsWith("/graphql");
}

;// CONCATENATED MODULE: ./build/src/github/failure.js


const headers = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).optional());
const octokitError = schemas/* object */.Ikc({
    status: schemas/* number */.aig(),
    message: schemas/* string */.YjP(),
    response: schemas/* object */.Ikc({ headers }).optional(),
});
function requestError(error) {
    const parsed = error instanceof Error ? octokitError.safeParse(error) : undefined;
    if (!parsed?.success)
        return undefined;
    const { status, message, response } = parsed.data;
    return response === undefined ? { headers: {}, message } : { status, headers: response.headers, message };
}
function failureOf(error) {
    const failed = requestError(error);
    if (failed === undefined)
        throw error;
    const said = `GitHub said ${failed.status}: ${failed.message}`;
    if (failed.status === undefined)
        return { kind: "unreachable", reason: `GitHub did not answer (${failed.message})` };
    if (isRateLimit({ ...failed, method: "", url: "" })) {
        return { kind: "rate-limited", reason: "GitHub's rate limit is used up; run the job again later" };
    }
    if (failed.status === 401)
        return { kind: "read-only", reason: "the token is not valid (any more)" };
    if (failed.status === 403 && /not accessible/iu.test(failed.message)) {
        return { kind: "read-only", reason: "the token is read-only; grant the job `pull-requests: write`" };
    }
    if (failed.status === 404 || failed.status === 410)
        return { kind: "not-found", reason: said };
    if (failed.status >= 500)
        return { kind: "unreachable", reason: said };
    return { kind: "refused", reason: said };
}
function failureReason(error) {
    const text = error instanceof Error ? error.message : String(error);
    return text.split("\n", 1)[0] ?? "";
}

;// CONCATENATED MODULE: ./build/src/github/client.js



const defaultTimeout = 20_000;
function createClient({ token, apiUrl, log, clock, signal, timeoutMs = defaultTimeout, }) {
    const quiet = { debug: log.debug, info: log.debug, warn: log.debug, error: log.debug };
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl: apiUrl, log: quiet });
    octokit.hook.wrap("request", (request, options) => {
        const send = () => {
            const limit = AbortSignal.timeout(timeoutMs);
            const bounded = signal === undefined ? limit : AbortSignal.any([signal, limit]);
            options.request = { ...options.request, signal: bounded };
            return Promise.resolve(request(options));
        };
        const describe = (error) => {
            const failed = requestError(error);
            return failed && { ...failed, method: options.method, url: options.url };
        };
        return withRetries(send, describe, { clock, log, ...(signal ? { signal } : {}) });
    });
    return octokit;
}

;// CONCATENATED MODULE: ./build/src/github/pull-requests.js
async function openPullRequestOf(octokit, { owner, name: repo }, branch) {
    const { data } = await octokit.rest.pulls.list({ owner, repo, state: "open", head: `${owner}:${branch}` });
    return data[0]?.html_url;
}
async function openPullRequest(octokit, { owner, name: repo }, { branch, title, body }) {
    const { data: repository } = await octokit.rest.repos.get({ owner, repo });
    const { data } = await octokit.rest.pulls.create({
        owner,
        repo,
        base: repository.default_branch,
        head: branch,
        title,
        body,
    });
    return data.html_url;
}

// EXTERNAL MODULE: ./build/src/model/error.js
var model_error = __webpack_require__(81729);
;// CONCATENATED MODULE: ./build/src/rollback/pull-request.js




async function proposeRollback(proposed, remote, { token, apiUrl, clock, log, signal, push }) {
    const octokit = createClient({ token, apiUrl, clock, log, signal });
    const asked = async (question) => question.catch((error) => refuse(error));
    const there = await asked(openPullRequestOf(octokit, remote, proposed.branch));
    if (there !== undefined)
        return { action: "there already", url: there };
    await push();
    return { action: "opened", url: await asked(openPullRequest(octokit, remote, proposed)) };
    function refuse(error) {
        throw new model_error/* SlipwayError */.GQ("SLW-GITHUB", `no pull request of ${proposed.branch}: ${failureOf(error).reason}`, {
            hint: `open it by hand: gh pr create --head ${proposed.branch} --fill`,
            cause: error,
        });
    }
}


/***/ })

};
