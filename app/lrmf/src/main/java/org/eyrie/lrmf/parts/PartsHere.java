package org.eyrie.lrmf.parts;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts in this process.
 *
 * @param state of every part
 */
public record PartsHere<S>(List<S> state) implements SpreadParts<S> {

    public PartsHere {
        state = List.copyOf(state);
    }

    @Override
    public int count() {
        return state.size();
    }

    @Override
    public <T extends Serializable, R extends Serializable> List<R> answers(List<T> told, PartTask<S, T, R> task) {
        return each(told, task);
    }

    @Override
    public <T extends Serializable, N> SpreadParts<N> become(List<T> told, PartTask<S, T, N> task) {
        return new PartsHere<>(each(told, task));
    }

    @Override
    public <O, R extends Serializable> List<R> answersBeside(SpreadParts<O> others, PartTask<S, O, R> task) {
        if (!(others instanceof PartsHere<O> here)) {
            throw new IllegalArgumentException("These parts are in this process and the others are not");
        }
        return each(here.state, task);
    }

    /** One after the other: what a part has to do may be shared out among threads by itself. */
    private <T, R> List<R> each(List<T> told, PartTask<S, T, R> task) {
        if (told.size() != state.size()) {
            throw new IllegalArgumentException(told.size() + " things to tell to " + state.size() + " parts");
        }
        return IntStream.range(0, state.size())
                .mapToObj(k -> task.of(state.get(k), told.get(k)))
                .toList();
    }
}
