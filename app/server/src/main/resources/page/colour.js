// A scale for scores that the colour-blind read too: viridis, dark is low (Nathaniel Smith and Stéfan van der Walt, CC0).
const STOPS = [[68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37]];

export function colour(score, at) {
  const along = Math.min(1, Math.max(0, (score - at.from) / (at.to - at.from))) * (STOPS.length - 1);
  const from = Math.min(STOPS.length - 2, Math.floor(along));
  const part = along - from;
  return "rgb(" + STOPS[from].map((value, channel) => Math.round(value + part * (STOPS[from + 1][channel] - value))).join(",") + ")";
}
