package org.eyrie.lrmf.parts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts in this process that hear and say nothing but bytes, as if they were far away.
 *
 * @param state of every part
 * @param traffic what was sent, of these parts and those that they became
 */
public record SentParts<S>(List<S> state, Traffic traffic) implements SpreadParts<S> {

    /** Bytes sent to parts and back, tasks left out, and how often all were spoken to. */
    public static final class Traffic {

        private long told;
        private long answered;
        private int rounds;

        public long told() {
            return told;
        }

        public long answered() {
            return answered;
        }

        public int rounds() {
            return rounds;
        }
    }

    /** Of parts that are sent first, which does not count. */
    public static <S extends Serializable> SentParts<S> of(List<S> parts) {
        return new SentParts<>(
                parts.stream().map(part -> copy(bytes(part), part)).toList(), new Traffic());
    }

    @Override
    public int count() {
        return state.size();
    }

    @Override
    public <T extends Serializable, R extends Serializable> List<R> answers(List<T> told, PartTask<S, T, R> task) {
        traffic.rounds++;
        return each(told, task).stream().map(this::returned).toList();
    }

    @Override
    public <T extends Serializable, N> SpreadParts<N> become(List<T> told, PartTask<S, T, N> task) {
        return new SentParts<>(each(told, task), traffic);
    }

    @Override
    public <O, R extends Serializable> List<R> answersBeside(SpreadParts<O> others, PartTask<S, O, R> task) {
        if (!(others instanceof SentParts<O> sent)) {
            throw new IllegalArgumentException("Other parts");
        }
        PartTask<S, O, R> arrived = copy(bytes(task), task);
        traffic.rounds++;
        return IntStream.range(0, count())
                .mapToObj(k -> returned(arrived.of(state.get(k), sent.state.get(k))))
                .toList();
    }

    private <T extends Serializable, R> List<R> each(List<T> told, PartTask<S, T, R> task) {
        PartTask<S, T, R> arrived = copy(bytes(task), task);
        return IntStream.range(0, count())
                .mapToObj(k -> {
                    byte[] sent = bytes(told.get(k));
                    traffic.told += sent.length;
                    return arrived.of(state.get(k), copy(sent, told.get(k)));
                })
                .toList();
    }

    private <R extends Serializable> R returned(R answer) {
        byte[] sent = bytes(answer);
        traffic.answered += sent.length;
        return copy(sent, answer);
    }

    private static byte[] bytes(Serializable what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(what);
        } catch (IOException e) {
            throw new IllegalStateException("This cannot be sent: " + what, e);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked") // what was written is of that type
    private static <T> T copy(byte[] bytes, T like) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (T) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("This does not arrive: " + like, e);
        }
    }
}
