package org.eyrie.lrmf.statistics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eyrie.lrmf.learning.PosteriorWorld;
import org.eyrie.lrmf.parts.SentParts;
import org.eyrie.task.Progress;

/**
 * What a sweep in pieces costs beside one of the whole field: one posterior with fixed effects and statistics, from the
 * parameters that a fit begins with; the second of two. Each argument is a lineage and a number of pieces, as {@code hub:100000:32} or
 * {@code real:32}; six benchmarks, six numbers a model. What parts hear and say goes through bytes, which costs time too.
 */
public final class PiecesCost {

    private static final int COLUMNS = 6;

    private PiecesCost() {}

    /** Prints a line for each. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("lineage | nodes, pieces, border | share of work in the border, largest piece to mean"
                + " | down MB, up MB, rounds | processor s whole, pieces | greatest difference of a mean");
        for (String each : arguments) {
            run(each, each.split(":", -1));
        }
    }

    private static void run(String name, String[] parts) throws IOException {
        PosteriorWorld world = parts[0].equals("real")
                ? PosteriorWorld.real(COLUMNS)
                : PosteriorWorld.drawn(parts[0], Integer.parseInt(parts[1]), COLUMNS, 1);
        FieldInPieces plan =
                FieldInPieces.of(world.structure(), world.cells(), Integer.parseInt(parts[parts.length - 1]));
        OneField one = world.one();
        OneField.Whole whole = one.at(world.parameters(), null).orElseThrow();
        SharedParameters next = world.next(one, whole);
        double begin = processorSeconds();
        whole = one.at(next, whole).orElseThrow();
        one.statistics(whole);
        double ofWhole = processorSeconds() - begin;

        PartByPart first = engine(world, plan, SentParts.of(plan.plans()));
        first.statistics(first.at(world.parameters(), null).orElseThrow());
        SentParts<PartPlan> sent = SentParts.of(plan.plans());
        PartByPart engine = engine(world, plan, sent);
        long down = sent.traffic().told();
        long up = sent.traffic().answered();
        int rounds = sent.traffic().rounds();
        begin = processorSeconds();
        PartByPart.Posteriors apart = engine.at(next, null).orElseThrow();
        engine.statistics(apart);
        double ofPieces = processorSeconds() - begin;
        down = sent.traffic().told() - down;
        up = sent.traffic().answered() - up;
        rounds = sent.traffic().rounds() - rounds;

        double[] expected = whole.field().mean();
        double[] actual = plan.inOrder(engine.means(apart), world.structure().blockSize());
        double most = IntStream.range(0, expected.length)
                .mapToDouble(i -> Math.abs(expected[i] - actual[i]))
                .max()
                .orElse(0);
        double[] size = plan.plans().stream()
                .mapToDouble(part -> part.analysed().structure().symbolic().products())
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%s | %d %d %d | %.2f %.1f | %.1f %.1f %d | %.2f %.2f | %.1e%n",
                name,
                world.structure().nodes(),
                plan.plans().size(),
                plan.shared().nodes(),
                plan.borderShare(),
                Arrays.stream(size).max().orElse(0)
                        / Arrays.stream(size).average().orElse(1),
                down * 1e-6,
                up * 1e-6,
                rounds,
                ofWhole,
                ofPieces,
                most);
    }

    private static PartByPart engine(PosteriorWorld world, FieldInPieces plan, SentParts<PartPlan> sent) {
        return new PartByPart(
                sent.allBecome(0, (part, nothing) -> part.analysed()),
                plan.shared(),
                world.prior().effects(),
                Progress.NONE);
    }

    /** Of all threads of this process. */
    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                * 1e-9;
    }
}
