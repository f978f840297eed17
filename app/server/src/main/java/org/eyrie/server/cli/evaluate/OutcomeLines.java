package org.eyrie.server.cli.evaluate;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.model.ModelId;
import org.eyrie.server.json.Json;

/**
 * Outcomes as facts of kind {@code item}. An item is known by its prompt, so that runs over other parts of the items line up.
 *
 * @param benchmark stands before each task's name
 */
record OutcomeLines(ModelId model, String benchmark) {

    void write(List<BenchmarkItem> items, boolean[] solved, Writer writer) throws IOException {
        for (int i = 0; i < solved.length; i++) {
            BenchmarkItem item = items.get(i);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("kind", "item");
            line.put("model", model.value());
            line.put("benchmark", benchmark + "/" + item.task());
            line.put("metric", "exact_match");
            line.put("n_shot", 0);
            line.put("harness", "eyrie");
            line.put("item", item.prompt());
            line.put("value", solved[i] ? 1 : 0);
            writer.write(new String(Json.bytes(line), StandardCharsets.UTF_8));
            writer.write('\n');
        }
    }
}
