package org.eyrie.sources.lmeval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Lines;

/** Which documents a run of lm-evaluation-harness with {@code --log_samples} saw: what a search can ask later. */
public final class LoggedDocuments {

    private static final int MAX_LINE = 16_000_000;

    /** By task and number. */
    private final Map<String, Map<Integer, String>> tasks = new TreeMap<>();

    private LoggedDocuments() {}

    /**
     * The documents of every task, tasks by name, documents by number. Of documents that are alike word by word the first
     * stands for all, for nothing in later answers tells them apart.
     *
     * @param paths files and folders; folders are searched
     * @throws UnreadableException if there are none, or a line is no sample, has no hash, or contradicts another
     */
    public static List<LoggedDocument> read(List<Path> paths) throws IOException {
        LoggedDocuments documents = new LoggedDocuments();
        for (RunFiles.Run run : RunFiles.under(paths).runs()) {
            for (Path file : run.samples()) {
                documents.add(file);
            }
        }
        if (documents.tasks.isEmpty()) {
            throw new UnreadableException(
                    Place.of(paths.toString()),
                    "There are no files samples_<task>_<time>.jsonl here: run the base once with --log_samples");
        }
        return documents.inOrder();
    }

    private void add(Path file) throws IOException {
        Map<Integer, String> numbered = tasks.computeIfAbsent(RunFiles.task(file), task -> new TreeMap<>());
        Lines.forEach(Input.of(file), FactSink.NOWHERE, 0, file.toFile().length(), MAX_LINE, (place, line) -> {
            SampleLine sample = SampleLine.of(place, line);
            if (sample.hash() == null || !sample.document().matches("\\d{1,9}")) {
                throw new UnreadableException(
                        place,
                        "Its doc_hash or its number is missing, so later answers could not be matched: log the samples"
                                + " with lm-evaluation-harness 0.4.9 or newer");
            }
            String before = numbered.putIfAbsent(Integer.valueOf(sample.document()), sample.hash());
            if (before != null && !before.equals(sample.hash())) {
                throw new UnreadableException(
                        place,
                        "The document " + sample.document() + " has another hash elsewhere: give the files of one run");
            }
        });
    }

    private List<LoggedDocument> inOrder() {
        List<LoggedDocument> all = new ArrayList<>();
        tasks.forEach((task, numbered) -> {
            Set<String> seen = new HashSet<>();
            numbered.forEach((number, hash) -> {
                if (seen.add(hash)) {
                    all.add(new LoggedDocument(task, number, hash));
                }
            });
        });
        return all;
    }
}
