package org.eyrie.sources.huggingface;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/** Looks models up breadth-first from some of them, each once, nearest first. */
final class HubWalk {

    /** What was found; {@code answers} by the name asked for, in the order asked. */
    record Result(Map<HubId, Hub.Answer> answers) {

        /** The name a model has today. */
        HubId today(HubId id) {
            return answers.get(id) instanceof Hub.Found found ? found.model().id() : id;
        }
    }

    /** A name to look up, and how much further to go from there. */
    private record Step(HubId id, @Nullable String revision, int up, int down) {}

    private final Hub hub;
    private final HubOptions options;
    private final FactSink sink;
    private final Map<HubId, Hub.Answer> answers = new LinkedHashMap<>();
    private final Set<HubId> canonical = new LinkedHashSet<>();
    private final Deque<Step> queue = new ArrayDeque<>();
    private boolean cutShort;

    HubWalk(Hub hub, HubOptions options, FactSink sink) {
        this.hub = hub;
        this.options = options;
        this.sink = sink;
    }

    /**
     * Walks.
     *
     * @param starts {@code owner/name}, or with {@code @revision}
     */
    Result from(List<String> starts) throws IOException {
        for (String start : starts) {
            HubId id = HubId.of(start).orElse(null);
            if (id == null) {
                sink.reject(Place.of(start), "This is no name on the Hub, such as owner/name");
            } else {
                queue.add(new Step(id, ModelPaths.read(start).revision(), options.up(), options.down()));
            }
        }
        while (!queue.isEmpty()) {
            visit(queue.remove());
        }
        if (cutShort) {
            sink.note(
                    Place.of(hub.endpoint().toString()),
                    "The walk ended after " + options.maxModels() + " models; those beyond are stubs");
        }
        return new Result(answers);
    }

    private void visit(Step step) throws IOException {
        if (answers.containsKey(step.id())) {
            return;
        }
        if (answers.size() >= options.maxModels()) {
            cutShort = true;
            return;
        }
        Place place = Place.of(hub.endpoint() + "/" + step.id());
        Hub.Answer answer;
        try {
            answer = hub.find(step.id(), step.revision(), sink.waitingAt(answers.size(), -1));
        } catch (UnreadableException e) {
            // One model's damaged answer must not end the walk through all the others.
            sink.reject(place, e.place() + ": " + e.getMessage());
            return;
        }
        answers.put(step.id(), answer);
        if (answer instanceof Hub.Hidden hidden) {
            sink.note(place, step.id() + " " + hidden.explanation() + ". It is a stub");
        } else if (answer instanceof Hub.Found found) {
            expand(step, found.model(), place);
        }
    }

    private void expand(Step step, HubModel model, Place place) throws IOException {
        if (!model.id().equals(step.id())) {
            sink.note(place, step.id() + " was renamed: it is " + model.id() + " now");
        }
        if (!canonical.add(model.id())) {
            return;
        }
        if (step.up() > 0) {
            HubParents.of(model)
                    .ifPresent(parents -> parents.ids().forEach(id -> queue.add(new Step(id, null, step.up() - 1, 0))));
        }
        if (step.down() > 0) {
            int room = Math.max(1, options.maxModels() - answers.size());
            List<HubId> children = hub.children(model.id(), room, sink.waitingAt(answers.size(), -1));
            cutShort |= children.size() == room;
            children.forEach(child -> queue.add(new Step(child, null, 0, step.down() - 1)));
        }
    }
}
