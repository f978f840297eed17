package org.eyrie.sources.card;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Whole;
import org.eyrie.sources.tree.ParsedTree;
import org.eyrie.sources.tree.StrictYaml;

/** Results of a model as the Hub collects them from its folder {@code .eval_results}. */
public final class EvalResultsSource implements Source {

    private final List<Input> inputs;
    private final ModelId model;
    private final ScaleEvidence evidence;

    /**
     * @param inputs the files; at least one
     * @param model whose results they are; the files do not say
     * @param evidence what is known of data sets, to tell shares from percentages
     */
    public EvalResultsSource(List<Input> inputs, ModelId model, ScaleEvidence evidence) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("Name at least one file of results");
        }
        this.inputs = List.copyOf(inputs);
        this.model = model;
        this.evidence = evidence;
    }

    @Override
    public String name() {
        return inputs.stream().map(Input::name).collect(Collectors.joining(", "));
    }

    @Override
    public void read(FactSink sink) throws IOException {
        ReportedScores scores = new ReportedScores(model, evidence, sink);
        int done = 0;
        for (Input input : inputs) {
            Place place = Place.of(input.name());
            scores.collected(entries(place, Whole.text(input, StrictYaml.MAX_LENGTH)), place);
            sink.reached(++done, inputs.size());
        }
    }

    private static List<?> entries(Place place, String text) throws UnreadableException {
        List<Object> entries = new ArrayList<>();
        for (Object document : StrictYaml.all(place, text)) {
            if (document instanceof List<?> list) {
                entries.addAll(list);
            } else if (document != null) {
                entries.add(document);
            }
        }
        if (entries.isEmpty() || entries.stream().allMatch(entry -> !isResult(entry))) {
            throw new UnreadableException(
                    place,
                    "This is no list of results: each must have dataset with an id, and value, such as "
                            + "- {dataset: {id: cais/hle, task_id: hle}, value: 20.9}");
        }
        return entries;
    }

    private static boolean isResult(Object entry) {
        return entry instanceof java.util.Map<?, ?> map
                && (ParsedTree.object(map).containsKey("dataset")
                        || ParsedTree.object(map).containsKey("value"));
    }
}
