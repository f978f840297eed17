package org.eyrie.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What was meant by a name that nothing bears. */
public final class Nearest {

    /** How many are worth reading. */
    private static final int SHOWN = 3;

    /** Below, on the scale of {@link #likeness}, a name resembles by chance. */
    private static final double LEAST = 0.6;

    private Nearest() {}

    /** Of some names those most like the wanted one, the likest first; none where none is like it. */
    public static <T> List<T> of(String wanted, Collection<T> known, Function<T, String> name) {
        record Like<T>(T what, String name, double likeness) {}
        String folded = wanted.toLowerCase(Locale.ROOT);
        Set<String> words = words(folded);
        return known.stream()
                .map(each -> new Like<>(each, name.apply(each), likeness(folded, words, name.apply(each))))
                .filter(like -> like.likeness() >= LEAST)
                .sorted(Comparator.<Like<T>>comparingDouble(like -> -like.likeness())
                        .thenComparing(Like::name))
                .limit(SHOWN)
                .map(Like::what)
                .toList();
    }

    /** Those of {@link #of} as a question, or nothing. */
    public static <T> String question(String wanted, Collection<T> known, Function<T, String> name) {
        return EyrieException.didYouMean(
                        of(wanted, known, name).stream().map(name).toList())
                .strip();
    }

    /** The same of names, behind a blank, to be put after a sentence; or nothing. */
    public static String hint(String wanted, Collection<String> known) {
        String question = question(wanted, known, name -> name);
        return question.isEmpty() ? "" : " " + question;
    }

    /** The one that differs in case, gaps and hyphens alone; empty where several do, or none. */
    public static <T> Optional<T> meant(String wanted, Collection<T> known, Function<T, String> name) {
        return anyMeant(known, name).apply(wanted);
    }

    /** As {@link #meant}, of many wanted ones: the known ones are gone through once. */
    public static <T> Function<String, Optional<T>> anyMeant(Collection<T> known, Function<T, String> name) {
        Map<String, Optional<T>> alone = new HashMap<>();
        known.forEach(each -> alone.merge(bare(name.apply(each)), Optional.of(each), (one, other) -> Optional.empty()));
        return wanted -> alone.getOrDefault(bare(wanted), Optional.empty());
    }

    /** 1 for equal names, 0 for such that have nothing in common: the better of what edits and what words say. */
    private static double likeness(String wanted, Set<String> words, String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        double byEdits = Math.max(
                closeness(wanted, folded),
                // a typo in a short name, whoever's it is
                wanted.indexOf('/') < 0 ? 0.95 * closeness(wanted, folded.substring(folded.indexOf('/') + 1)) : 0);
        Set<String> others = words(folded);
        Set<String> common = new HashSet<>(words);
        common.retainAll(others);
        double weight = weight(common);
        double byWords = weight == 0 ? 0 : 2 * weight / (weight(words) + weight(others));
        // who types a part of a name means what holds all of it
        double byPart =
                wanted.length() > 2 && folded.contains(wanted) ? 0.7 + 0.25 * wanted.length() / folded.length() : 0;
        return Math.max(byPart, Math.max(byEdits, 0.97 * byWords));
    }

    private static double closeness(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        // three edits in four: no need to count them
        return Math.abs(one.length() - other.length()) > longer / 2 ? 0 : 1 - (double) edits(one, other) / longer;
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
    private static int edits(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        Arrays.setAll(last, position -> position);
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int differs = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + differs);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                row[j] = swapped ? Math.min(row[j], before[j - 2] + 1) : row[j];
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }

    /** Long words say more than short ones. */
    private static double weight(Set<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.split("[^\\p{L}\\p{N}]+|(?<=\\p{L})(?=\\p{N})")));
        words.remove("");
        return words;
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    }
}
