package org.eyrie.server.developing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.develop.port.RunListener;
import org.eyrie.llama.forward.FailedEvaluationException;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.RunOrder;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what merges did and solved, as a comparison of searches tries many of them again and again: searches of one seed
 * draw the same programs at every budget. In memory, and in a file where one is given.
 */
final class RememberedOutcomes implements MergeEvaluator, MergeMaker, AutoCloseable {

    /** Programs whose outcomes are in memory, some 100 MB for 720 items. */
    private static final int PROGRAMS = 100_000;

    /** Programs whose effects are, some 5 kB each with their sketches. */
    private static final int EFFECTS = 20_000;

    private final MergeRuns runs;
    private final List<BenchmarkItem> items;
    private final MergeMaker maker;
    private final OutcomeMemory memory;
    private final Map<String, MergeEffect> effects = new LinkedHashMap<>(16, .75f, true);
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong evaluated = new AtomicLong();
    private @Nullable OutcomeFile file;

    RememberedOutcomes(ParentWeights weights, DevelopmentItems items, MergeMaker maker) {
        this.runs = new MergeRuns(weights);
        this.items = items.questions();
        this.maker = maker;
        this.memory = new OutcomeMemory(this.items.size(), PROGRAMS, this::leave);
    }

    /** From now on outcomes are those of a file too, and are written to it. */
    void keepIn(Path path, String of) {
        file = OutcomeFile.open(path, of, items.size(), memory);
    }

    private void leave(String program, KnownOutcomes known) {
        OutcomeFile kept = file;
        if (kept != null && known.takeFresh()) {
            kept.append(List.of(Map.entry(program, known)));
        }
    }

    /** Writes what is new to the file, where there is one. */
    void write() {
        OutcomeFile kept = file;
        if (kept != null) {
            kept.append(memory.all().stream()
                    .filter(one -> one.getValue().takeFresh())
                    .collect(Collectors.toList()));
        }
    }

    @Override
    public void close() {
        OutcomeFile kept = file;
        if (kept != null) {
            write();
            kept.close();
        }
    }

    /** How many outcomes were asked for, and how many of them had to be found out. */
    RememberedCount count() {
        return new RememberedCount(asked.get(), evaluated.get());
    }

    @Override
    public MergeEffect describe(Program program) {
        synchronized (effects) {
            MergeEffect known = effects.get(program.text());
            if (known != null) {
                return known;
            }
        }
        MergeEffect effect = maker.describe(program);
        synchronized (effects) {
            effects.put(program.text(), effect);
            if (effects.size() > EFFECTS) {
                effects.remove(effects.keySet().iterator().next());
            }
        }
        return effect;
    }

    @Override
    public void run(List<RunOrder> orders, List<Program> programs, Progress progress, RunListener listener) {
        for (int i = 0; i < orders.size() && listener.goesOn(); i++) {
            RunOrder order = orders.get(i);
            try {
                listener.ran(new ItemRun(
                        order.number(),
                        order.program(),
                        order.items(),
                        outcomes(programs.get(i), order.items(), progress)));
            } catch (InvalidInputException | FailedEvaluationException e) {
                listener.failed(new FailedRun(order.number(), order.program(), String.valueOf(e.getMessage())));
            }
        }
    }

    /** A character for each of the items at these places. */
    String outcomes(Program program, List<Integer> places, Progress progress) {
        KnownOutcomes known = memory.of(program.text());
        synchronized (known) {
            List<Integer> missing = new ArrayList<>();
            for (int place : places) {
                if (known.item(place) == KnownOutcomes.UNKNOWN) {
                    missing.add(place);
                }
            }
            asked.addAndGet(places.size());
            if (!missing.isEmpty()) {
                evaluated.addAndGet(missing.size());
                boolean[] solved =
                        runs.solved(program, missing.stream().map(items::get).toList(), progress);
                for (int i = 0; i < solved.length; i++) {
                    known.learn(missing.get(i), solved[i]);
                }
            }
            StringBuilder text = new StringBuilder();
            for (int place : places) {
                text.append(known.item(place));
            }
            return text.toString();
        }
    }

    /** The score on test items of a program that was chosen, which is found out once. */
    double tested(Program program, DoubleSupplier test) {
        KnownOutcomes known = memory.of(program.text());
        synchronized (known) {
            if (Double.isNaN(known.test())) {
                known.test(test.getAsDouble());
            }
            return known.test();
        }
    }
}
