package org.eyrie.develop.lesson;

/**
 * A pair for Direct Preference Optimization, as TRL's trainer reads it; the columns behind the first three keep where it is from.
 *
 * @param prompt what was asked
 * @param chosen the text of the better program
 * @param rejected that of the worse one
 * @param probability that the better one is better, 0 to 1
 */
public record ProgramPreference(
        String prompt,
        String chosen,
        String rejected,
        String chosenId,
        String rejectedId,
        double chosenMean,
        double rejectedMean,
        double probability,
        LessonRule rule,
        String development) {

    /** As a line of JSON. */
    public String json() {
        return "{" + text("prompt", prompt) + "," + text("chosen", chosen) + "," + text("rejected", rejected) + ","
                + text("chosen_id", chosenId) + "," + text("rejected_id", rejectedId) + ","
                + number("chosen_mean", chosenMean) + "," + number("rejected_mean", rejectedMean) + ","
                + number("probability", probability) + ","
                + text("rule", rule == LessonRule.PAPER ? "paper" : "interval") + ","
                + text("development", development) + "}";
    }

    private static String number(String name, double value) {
        return "\"" + name + "\":" + Math.round(value * 1e6) / 1e6;
    }

    private static String text(String name, String value) {
        StringBuilder text = new StringBuilder("\"" + name + "\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
