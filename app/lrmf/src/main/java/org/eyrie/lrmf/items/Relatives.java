package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.prior.NodeKey;

/** Finds the relatives of a model that are known item by item, the nearest first, and asks them about it. */
final class Relatives {

    /** More tell hardly more, and the time goes with the cube. */
    static final int MOST = 16;

    private final Inheritance inheritance;
    private final ItemBlocks blocks;
    private final FamilyPosterior field;
    private final Kinships kinships;
    private final IntFunction<ItemResidual> remainder;
    private final Set<Integer> known;
    private final Map<NodeKey, List<Integer>> byKind = new HashMap<>();
    private final List<KnownRelative> strangers;

    /**
     * Relatives of the models of a field.
     *
     * @param known rows of those known item by item, in an order that matters where there are too many
     * @param remainder what one of them told
     * @param strangers models known item by item that are not in the field
     */
    Relatives(
            Inheritance inheritance,
            ItemBlocks blocks,
            Kinships kinships,
            List<Integer> known,
            IntFunction<ItemResidual> remainder,
            List<KnownRelative> strangers) {
        this.inheritance = inheritance;
        this.blocks = blocks;
        this.field = kinships.field;
        this.kinships = kinships;
        this.known = new HashSet<>(known);
        this.remainder = remainder;
        this.strangers = strangers;
        for (int row : known) {
            field.kind(row).ifPresent(kind -> byKind.computeIfAbsent(kind, fresh -> new ArrayList<>())
                    .add(row));
        }
    }

    /**
     * What relatives that a fit saw outcomes of say of some models of a field.
     *
     * @param rows of these models
     */
    static List<Inheritance.Word> words(
            ItemResiduals remainders, Inheritance inheritance, ItemBlocks blocks, Kinships kinships, int[] rows) {
        Map<Integer, ItemResidual> told = new HashMap<>();
        Relatives relatives = new Relatives(
                inheritance,
                blocks,
                kinships,
                remainders.rows(),
                row -> Objects.requireNonNull(told.get(row)),
                List.of());
        List<List<Integer>> asked =
                IntStream.of(rows).mapToObj(relatives::nearest).toList();
        told.putAll(remainders.of(asked.stream().flatMap(List::stream).collect(Collectors.toSet())));
        return IntStream.range(0, rows.length)
                .parallel()
                .mapToObj(k -> relatives.word(rows[k], asked.get(k), List.of()))
                .toList();
    }

    /** What they say of the model of a row. */
    Inheritance.Word of(int row) {
        List<Integer> rows = nearest(row);
        Optional<NodeKey> kind = field.kind(row);
        List<KnownRelative> others = List.of();
        if (kind.isPresent() && inheritance.tells(Kinships.ALIKE)) {
            others = strangers.stream()
                    .filter(mate -> mate.kind().equals(kind.get()))
                    .limit(MOST - rows.size())
                    .toList();
        }
        return word(row, rows, others);
    }

    /** Rows of those in the field that are asked about a model of it. */
    private List<Integer> nearest(int row) {
        Set<Integer> rows = new LinkedHashSet<>();
        kinships.first(row).forEach((relative, kinship) -> {
            if (rows.size() < MOST && known.contains(relative) && inheritance.tells(kinship)) {
                rows.add(relative);
            }
        });
        if (inheritance.tells(Kinships.SECOND)) {
            kinships.second(row)
                    .filter(known::contains)
                    .distinct()
                    .limit(MOST - rows.size())
                    .forEach(rows::add);
        }
        if (inheritance.tells(Kinships.ALIKE)) {
            field.kind(row).ifPresent(kind -> byKind.getOrDefault(kind, List.of()).stream()
                    .filter(other -> other != row && rows.size() < MOST)
                    .forEach(rows::add));
        }
        return List.copyOf(rows);
    }

    private Inheritance.Word word(int row, List<Integer> rows, List<KnownRelative> others) {
        int count = rows.size() + others.size();
        ItemResidual[] told = new ItemResidual[count];
        int[] toModel = new int[count];
        int[][] between = new int[count][count];
        for (int v = 0; v < count; v++) {
            told[v] = v < rows.size()
                    ? remainder.apply(rows.get(v))
                    : others.get(v - rows.size()).remainder();
            toModel[v] = v < rows.size() ? kinships.between(row, rows.get(v)) : Kinships.ALIKE;
            for (int w = 0; w < v; w++) {
                between[v][w] = v < rows.size() ? kinships.between(rows.get(v), rows.get(w)) : alike(row, rows, w);
                between[w][v] = between[v][w];
            }
        }
        return inheritance.word(told, toModel, between, blocks);
    }

    /** What a stranger of the model's kind is to the w-th of its relatives. */
    private int alike(int row, List<Integer> rows, int w) {
        return w >= rows.size() || field.kind(rows.get(w)).equals(field.kind(row)) ? Kinships.ALIKE : Kinships.NONE;
    }
}
