package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.model.Fault;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;

/** What was found wrong or strange in one pass over the input. Its memory is bounded, its counts are not. */
final class Complaints {

    /** How many different unknown keys are told apart; hostile input could make up a new one in every row. */
    private static final int KEYS = 1_000;

    private static final String OTHER_KEYS = "(other keys)";

    private final List<Fault> rejected = new ArrayList<>();
    private final List<Fault> notes = new ArrayList<>();
    private final Map<String, Long> ignored = new TreeMap<>();
    private long rejectedRows;
    private boolean refused;

    void reject(Place place, String reason) {
        rejectedRows++;
        if (rejected.size() < ImportReport.LISTED) {
            rejected.add(new Fault(place.toString(), reason));
        }
    }

    void refuse(Place place, String reason) {
        refused = true;
        reject(place, reason);
    }

    void note(Place place, String text) {
        if (notes.size() < ImportReport.LISTED) {
            notes.add(new Fault(place.toString(), text));
        }
    }

    void ignored(String key) {
        boolean counted = ignored.containsKey(key) || ignored.size() < KEYS;
        ignored.merge(counted ? Text.shortened(key) : OTHER_KEYS, 1L, Long::sum);
    }

    /** Whether input could not be read to its end. */
    boolean refused() {
        return refused;
    }

    long rejectedRows() {
        return rejectedRows;
    }

    List<Fault> rejected() {
        return rejected;
    }

    List<Fault> notes() {
        return notes;
    }

    Map<String, Long> ignored() {
        return ignored;
    }

    /** Every fault listed, and a last one that counts those that are not. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(rejected);
        if (rejectedRows > rejected.size()) {
            faults.add(new Fault("further rows", (rejectedRows - rejected.size()) + " more are wrong"));
        }
        return faults;
    }
}
