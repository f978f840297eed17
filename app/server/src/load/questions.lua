-- For wrk: sends the lines of the file that QUESTIONS names, each as "METHOD /path BODY", one after the other, threads in
-- turns; counts answers by status, and refusals that say when to come again.
local threads = {}

function setup(thread)
  thread:set("offset", #threads)
  table.insert(threads, thread)
end

function init(args)
  questions, at = {}, offset
  local steps = tonumber(os.getenv("THREADS") or "1")
  for line in io.lines(os.getenv("QUESTIONS")) do questions[#questions + 1] = line end
  step, good, refused, advised, other = steps, 0, 0, 0, 0
end

function request()
  local method, path, body = questions[at % #questions + 1]:match("^(%S+) (%S+) ?(.*)$")
  at = at + step
  if body == "" then return wrk.format(method, path) end
  return wrk.format(method, path, {["Content-Type"] = "application/json"}, body)
end

function response(status, headers, body)
  if status == 200 then good = good + 1
  elseif status == 503 or status == 429 then
    refused = refused + 1
    for name in pairs(headers) do if name:lower() == "retry-after" then advised = advised + 1 end end
  else other = other + 1 end
end

function done(summary, latency, requests)
  local sums = {good = 0, refused = 0, advised = 0, other = 0}
  for _, thread in ipairs(threads) do
    for name in pairs(sums) do sums[name] = sums[name] + thread:get(name) end
  end
  io.write(string.format("FIGURES %d %d %d %d %.3f %.3f %.3f %.3f %d\n", sums.good, sums.refused, sums.advised, sums.other,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    summary.errors.timeout + summary.errors.connect + summary.errors.read))
end
