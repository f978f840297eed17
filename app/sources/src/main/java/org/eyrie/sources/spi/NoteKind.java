package org.eyrie.sources.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eyrie.model.Fault;

/**
 * Notes that say the same of different places.
 *
 * @param count how many
 * @param text what the first one says
 * @param places where the first ones stand, {@value #PLACES} at most, each once
 */
public record NoteKind(long count, String text, List<String> places) {

    /** How many places are named. */
    public static final int PLACES = 3;

    // What differs between notes of one kind: what is quoted, in brackets, a number, or a name with a slash, dash or
    // underscore.
    private static final Pattern PARTICULAR =
            Pattern.compile("\"[^\"]*\"|\\([^)]*\\)|\\S*\\d\\S*|\\S+[/_]\\S*|[\\w.]+-[\\w.-]+(?=[ ,:;.]|$)");

    public NoteKind {
        places = List.copyOf(places);
    }

    /** The kinds of some notes, in the order of their first ones. */
    public static List<NoteKind> of(List<Fault> notes) {
        Map<String, List<Fault>> kinds = new LinkedHashMap<>();
        for (Fault note : notes) {
            String kind = PARTICULAR.matcher(note.reason()).replaceAll("*");
            kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(note);
        }
        return kinds.values().stream().map(NoteKind::one).toList();
    }

    private static NoteKind one(List<Fault> alike) {
        List<String> places =
                alike.stream().map(Fault::where).distinct().limit(PLACES).toList();
        return new NoteKind(alike.size(), alike.get(0).reason(), places);
    }

    // Such as: 12 times, such as: The column "x" is empty [scores.csv line 3, scores.csv line 9, ...]
    @Override
    public String toString() {
        String where = String.join(", ", places) + (count > places.size() && count > PLACES ? ", ..." : "");
        return count == 1 ? where + ": " + text : count + " times, such as: " + text + " [" + where + "]";
    }
}
