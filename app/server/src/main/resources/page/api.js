// The REST interface as functions; a refusal is thrown with its problem.

export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || "The service refused");
    this.code = problem.code;
  }
}

// Until the tab is closed; asked for where the service wants one.
const TOKEN = "eyrie.token";

const withToken = (options = {}) => {
  const token = sessionStorage.getItem(TOKEN);
  return token ? {...options, headers: {...options.headers, Authorization: "Bearer " + token}} : options;
};

async function ask(path, options) {
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
  const body = await response.json().catch(() => ({title: response.statusText}));
  if (!response.ok) {
    throw new Refusal(body);
  }
  return body;
}

const post = (path, body) =>
  ask(path, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)});

const query = parameters => new URLSearchParams(parameters).toString();

export const families = cursor => ask("/families?" + query(cursor ? {limit: 60, cursor} : {limit: 60}));
export const search = text => ask("/models?" + query({search: text, limit: 20}));
export const model = id => ask("/model?" + query({id}));
export const neighbourhood = (id, limit) => ask("/neighbourhood?" + query({id, hops: 12, limit}));
export const evaluations = id => ask("/evaluations?" + query({id}));
export const predictions = id => ask("/predictions?" + query({id, leaveOut: true}));
export const explanation = (id, benchmark) => ask("/explanation?" + query({id, benchmark, leaveOut: true}));
export const benchmarks = () => ask("/benchmarks");
export const leaderboard = (id, benchmark) => ask("/leaderboard?" + query({id, benchmark, limit: 25}));
export const whatIf = plan => post("/what-if", plan);

// A stream of events cannot carry a token.
async function poll(job, progress) {
  while (!job.endedAt) {
    await new Promise(later => setTimeout(later, 500));
    job = await ask("/jobs/" + encodeURIComponent(job.id));
    progress(job);
  }
  if (job.state !== "SUCCEEDED") {
    throw new Refusal({detail: job.failure});
  }
  return job;
}

// Fits and tells how it goes; resolves when the job has ended.
export async function fit(progress) {
  const job = await post("/fits", {});
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
      reject(new Refusal({detail: "The connection was lost while fitting."}));
    };
  });
}
