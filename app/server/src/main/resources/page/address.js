// The state of a view is in its address: #/place/argument?name=value&name=value

// People edit addresses: a % that encodes nothing is one of theirs.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (failure) {
    throw new Error(`The address cannot be read at “${text}”: write %25 for a % sign.`);
  }
}

export function here() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [place, rest] = path.split(/\/(.*)/s);
  return {place, argument: rest ? decoded(rest) : "", query: new URLSearchParams(query || "")};
}

export function address(place, argument, query) {
  const text = query ? query.toString() : "";
  return "#/" + place + (argument ? "/" + encodeURIComponent(argument) : "") + (text ? "?" + text : "");
}

// Changes the address of the view that is shown, without showing it anew.
export const remember = (place, argument, query) =>
  history.replaceState(null, "", address(place, argument, query));
