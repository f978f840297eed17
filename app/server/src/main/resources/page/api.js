// The REST interface as functions; a refusal is thrown with its problem.

export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || "The service refused");
    this.code = problem.code;
    this.suggestions = problem.suggestions || [];
  }
}

// Until the tab is closed; asked for where the service wants one.
const TOKEN = "eyrie.token";

const withToken = (options = {}) => {
  const token = sessionStorage.getItem(TOKEN);
  return token ? {...options, headers: {...options.headers, Authorization: "Bearer " + token}} : options;
};

async function send(path, options) {
  let response;
  try {
    response = await fetch("/api/v1" + path, withToken(options));
    if (response.status === 401) {
      const token = window.prompt("This service wants a token. \"eyrie token create NAME\" makes one.");
      if (token) {
        sessionStorage.setItem(TOKEN, token.trim());
        response = await fetch("/api/v1" + path, withToken(options));
      }
    }
  } catch (failure) {
    throw new Refusal({detail: "The service does not answer. Is it still running?"});
  }
  if (!response.ok) {
    throw new Refusal(await response.json().catch(() => ({title: response.statusText})));
  }
  return response;
}

const ask = async (path, options) => (await send(path, options)).json();

// A list that comes in parts, whole: the header of each part points to the next.
async function whole(path) {
  const rows = [];
  for (let next = path; next;) {
    const part = await send(next);
    rows.push(...await part.json());
    const link = /<[^>]*\/api\/v1([^>]+)>; rel="next"/.exec(part.headers.get("Link") || "");
    next = link && link[1];
  }
  return rows;
}

const post = (path, body) =>
  ask(path, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)});

const query = parameters => new URLSearchParams(parameters).toString();

export const board = parameters => ask("/board?" + parameters.toString());
export const boardCsv = async parameters => (await send("/board.csv?spreadsheet=true&" + parameters.toString())).text();
export const boardTable = async parameters => (await send("/board.csv?" + parameters.toString())).text();
export const calibration = () => ask("/calibration");
export const families = cursor => ask("/families?" + query(cursor ? {limit: 60, cursor} : {limit: 60}));
export const search = (text, offset = 0, limit = 20) => ask("/search?" + query({text, offset, limit}));
export const model = id => ask("/model?" + query({id}));
export const recipe = id => ask("/recipe?" + query({id}));
export const neighbourhood = (id, limit) => ask("/neighbourhood?" + query({id, hops: 12, limit}));
export const ancestors = id => ask("/ancestors?" + query({id, hops: 32, limit: 5000}));
export const evaluations = id => ask("/evaluations?" + query({id}));
export const predictions = id => ask("/predictions?" + query({id, leaveOut: true}));
export const predictionsOf = (models, benchmarks) => post("/predictions", {models, benchmarks, leaveOut: true});
export const explanation = (id, benchmark) => ask("/explanation?" + query({id, benchmark, leaveOut: true}));
export const nextEvaluations = (model, count) => post("/next-evaluations", {model, count});
export const benchmarks = () => whole("/benchmarks");
export const leaderboard = (id, benchmark) => ask("/leaderboard?" + query({id, benchmark, limit: 25}));
export const whatIf = plan => post("/what-if", plan);
export const screening = question => post("/screening", question);
export const imports = () => ask("/imports?limit=50");
export const takeBack = (number, dryRun) => ask(`/imports/${number}?dryRun=${dryRun}`, {method: "DELETE"});
export const searches = () => whole("/developments");
export const searchFor = id => ask("/developments/" + encodeURIComponent(id));
export const beginSearch = search => post("/developments", search);
export const stopSearch = id => post(`/developments/${encodeURIComponent(id)}/stop`, {});
export const resumeSearch = id => post(`/developments/${encodeURIComponent(id)}/start`, {});
export const jobs = () => ask("/jobs");
export const cancelJob = id => ask("/jobs/" + encodeURIComponent(id), {method: "DELETE"});

// A stream of events cannot carry a token.
async function poll(job, progress) {
  let now = job;
  while (!now.endedAt) {
    await new Promise(later => setTimeout(later, 500));
    now = await ask("/jobs/" + encodeURIComponent(job.id));
    progress(now);
  }
  if (now.state !== "SUCCEEDED") {
    throw new Refusal({detail: now.failure});
  }
  return now;
}

// Tells how a job goes; resolves when it has ended.
export function follow(job, progress) {
  if (sessionStorage.getItem(TOKEN)) {
    return poll(job, progress);
  }
  return new Promise((resolve, reject) => {
    const events = new EventSource("/api/v1/jobs/" + encodeURIComponent(job.id) + "/events");
    const end = event => {
      events.close();
      const ended = JSON.parse(event.data);
      if (ended.state === "SUCCEEDED") {
        resolve(ended);
      } else {
        reject(new Refusal({detail: ended.failure}));
      }
    };
    events.addEventListener("progress", event => progress(JSON.parse(event.data)));
    events.addEventListener("end", end);
    events.onerror = () => {
      events.close();
      reject(new Refusal({detail: "The connection was lost while the job ran."}));
    };
  });
}

export const beginFit = () => post("/fits", {});
export const fit = async progress => follow(await beginFit(), progress);
export const files = (zip, dryRun, newModels) => ask(`/files?dry_run=${dryRun}&new_models=${newModels}`,
  {method: "POST", headers: {"Content-Type": "application/zip"}, body: zip});
