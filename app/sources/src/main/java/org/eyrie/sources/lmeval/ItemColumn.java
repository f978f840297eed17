package org.eyrie.sources.lmeval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.model.Outcomes;

/** One metric under one filter, over the documents. */
final class ItemColumn {

    private final Map<String, Double> values = new TreeMap<>();

    private boolean hashed = true;

    // Documents that are alike word by word have one hash and are told apart by their number.
    boolean add(SampleLine line, double value) {
        hashed &= line.hash() != null;
        String hash = line.hash() == null ? "" : line.hash();
        Double before = values.putIfAbsent(hash + '\n' + String.format("%9s", line.document()), value);
        return before == null || before.equals(value);
    }

    boolean isBinary() {
        return values.values().stream().allMatch(value -> value == 0 || value == 1);
    }

    Outcomes outcomes() {
        StringBuilder text = new StringBuilder(values.size());
        values.values().forEach(value -> text.append(value == 1 ? '1' : '0'));
        return new Outcomes(text.toString(), hashed ? names() : null);
    }

    // A document's number shifts with the choice of documents, so twins are numbered among themselves.
    private List<String> names() {
        List<String> names = new ArrayList<>(values.size());
        Map<String, Integer> twins = new HashMap<>();
        for (String key : values.keySet()) {
            String hash = key.substring(0, key.indexOf('\n'));
            int twin = twins.merge(hash, 1, Integer::sum);
            names.add(twin == 1 ? hash : hash + " #" + twin);
        }
        return names;
    }
}
