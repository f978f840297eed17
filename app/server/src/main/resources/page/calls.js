// A question of the page as a command, as a request and in Python.

const quoted = text => /^[\w./:=-]+$/.test(text) ? text : "'" + String(text).replace(/'/g, "'\\''") + "'";

const OPTIONS = {type: "--type", architecture: "--architecture", parametersBillions: "--size", license: "--licence"};

function command(request) {
  const words = request.recipe
    ? ["--recipe", "mergekit_config.yml"]
    : [...request.parents.flatMap(parent => ["--parent", parent.id + (parent.weight === undefined ? "" : ":" + parent.weight)]),
      ...request.parents.length > 1 ? [] : ["--relation", request.relation]];
  const traits = request.traits || {};
  const more = [...request.id ? ["--id", request.id] : [],
    ...Object.entries(OPTIONS).filter(([name]) => traits[name] !== undefined).flatMap(([name, option]) => [option, String(traits[name])]),
    ...traits.chatTemplate === undefined ? [] : [traits.chatTemplate ? "--chat-template" : "--no-chat-template"]];
  return "eyrie what-if " + [...words, ...more].map(quoted).join(" ");
}

function python(request) {
  const text = value => JSON.stringify(value).replace(/\btrue\b/g, "True").replace(/\bfalse\b/g, "False");
  const parents = request.recipe ? null : request.parents.every(parent => parent.weight !== undefined)
    ? "{" + request.parents.map(parent => `${text(parent.id)}: ${parent.weight}`).join(", ") + "}"
    : text(request.parents.map(parent => parent.id));
  const words = [
    parents ? parents : `recipe=open("mergekit_config.yml").read()`,
    parents && request.parents.length === 1 ? `relation=${text(request.relation)}` : null,
    request.id ? `model_id=${text(request.id)}` : null,
    request.traits ? `traits=${text(request.traits)}` : null].filter(word => word);
  return `from eyrie import Eyrie\nEyrie(${text(location.origin)}).what_if(${words.join(", ")})`;
}

export function calls(request) {
  const json = JSON.stringify(request);
  return [
    ["Command line", command(request)],
    ["curl", `curl -s ${location.origin}/api/v1/what-if -H 'Content-Type: application/json' -d ${quoted(json)}`],
    ["Python", python(request)]];
}
