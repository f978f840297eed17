package org.eyrie.sources.lmeval;

import java.util.Map;
import java.util.regex.Pattern;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** Whether prompts went through a chat template. */
final class ChatTemplates {

    /** Backends that send messages, which the server puts into the template. */
    private static final Pattern CHAT = Pattern.compile("(?i)(.*[-_])?chat([-_].*)?|litellm");

    /** This version noted a blank template whether it was used or not. */
    private static final String DOUBTFUL = "0.4.4";

    private ChatTemplates() {}

    /** Null where the file does not say. */
    static @Nullable Boolean used(Map<String, Object> results) {
        if (Boolean.TRUE.equals(results.get("fewshot_as_multiturn"))) {
            return true; // which the harness refuses to do without one
        }
        for (Object backend : new Object[] {ParsedTree.at(results, "config", "model"), results.get("model_source")}) {
            if (backend instanceof String name && CHAT.matcher(name).matches()) {
                return true;
            }
        }
        if (!results.containsKey("chat_template")) {
            return null;
        }
        Object template = results.get("chat_template");
        boolean doubtful = template instanceof String text
                && text.isBlank()
                && String.valueOf(results.get("lm_eval_version")).startsWith(DOUBTFUL);
        return doubtful ? null : Boolean.valueOf(template != null);
    }
}
