package org.eyrie.server.developing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Outcomes of programs by their canonical text, all digits included, since two programs of one id may differ in the last bits.
 * Bounded: what was not asked for longest goes first. Safe for many threads.
 */
final class OutcomeMemory {

    private final int most;
    private final int items;
    private final LinkedHashMap<String, KnownOutcomes> programs = new LinkedHashMap<>(16, .75f, true);
    private final BiConsumer<String, KnownOutcomes> leaving;

    /**
     * For programs that are asked so many items.
     *
     * @param most programs that are kept
     * @param leaving told of what goes
     */
    OutcomeMemory(int items, int most, BiConsumer<String, KnownOutcomes> leaving) {
        this.items = items;
        this.most = most;
        this.leaving = leaving;
    }

    /** Of a program, whether anything is known of it or not. */
    synchronized KnownOutcomes of(String program) {
        KnownOutcomes known = programs.get(program);
        if (known == null) {
            known = new KnownOutcomes(items);
            programs.put(program, known);
            if (programs.size() > most) {
                Map.Entry<String, KnownOutcomes> oldest =
                        programs.entrySet().iterator().next();
                leaving.accept(oldest.getKey(), oldest.getValue());
                programs.remove(oldest.getKey());
            }
        }
        return known;
    }

    /** All of it, what was not asked for longest first. */
    synchronized List<Map.Entry<String, KnownOutcomes>> all() {
        List<Map.Entry<String, KnownOutcomes>> all = new ArrayList<>();
        programs.forEach((program, known) -> all.add(Map.entry(program, known)));
        return all;
    }
}
