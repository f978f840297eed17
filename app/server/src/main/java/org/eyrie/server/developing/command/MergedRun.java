package org.eyrie.server.developing.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Program;
import org.eyrie.server.merging.FolderMerge;
import org.eyrie.sources.lmeval.LoggedDocument;
import org.eyrie.task.Progress;
import org.eyrie.weights.MergeWriter;
import org.jspecify.annotations.Nullable;

/** One merge, written, evaluated on some documents, and deleted. */
final class MergedRun {

    /**
     * What came of it.
     *
     * @param unasked how many answers were to something else
     * @param reason why answers are missing, for people; empty where none is
     */
    record Answered(Map<String, Map<String, Boolean>> solved, int unasked, String reason) {

        /** Whether a document was solved; null where there is no answer. */
        @Nullable
        Boolean solved(LoggedDocument document) {
            return solved.getOrDefault(document.task(), Map.of()).get(document.hash());
        }
    }

    /** Linux takes no argument above 131,071 bytes. */
    private static final int LONGEST_ARGUMENT = 100_000;

    private final CommandSettings settings;
    private final CommandTemplate template;

    MergedRun(CommandSettings settings) {
        this.settings = settings;
        this.template = CommandTemplate.of(settings.command());
    }

    /**
     * @throws InvalidInputException if the merge cannot be made or nothing can be written
     */
    Answered of(Program program, List<LoggedDocument> asked, Progress progress) {
        Path own = settings.work().resolve(program.id().replace(':', '-'));
        try {
            Path model = own.resolve("model");
            Files.createDirectories(own);
            // A run that was killed may have left it, whole or not.
            if (!MergeWriter.hasEnded(model)) {
                new FolderMerge(program, settings.base(), settings.parents(), model, MergeWriter.SHARD).run(progress);
            }
            Answered answered = attempt(own, model, asked, progress);
            for (int attempt = 1;
                    attempt < settings.attempts() && !answered.reason().isEmpty();
                    attempt++) {
                answered = attempt(own, model, asked, progress);
            }
            return answered;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The evaluation",
                    List.of(new Fault(
                            own.toString(),
                            "It cannot be written: " + e.getMessage()
                                    + ". Free space, or name another folder to work in.")));
        } finally {
            delete(own);
        }
    }

    private Answered attempt(Path own, Path model, List<LoggedDocument> asked, Progress progress) throws IOException {
        Path out = own.resolve("out");
        delete(out);
        Files.createDirectories(out);
        ChildProcess.Ending ending =
                new ChildProcess().run(words(own, model, out, asked), settings.longest(), progress);
        if (ending.failed()) {
            // What it left may be half written, and an exit code is all it has to say so.
            return new Answered(Map.of(), 0, ending.reason());
        }
        HarnessAnswers answers = HarnessAnswers.read(out, settings.metric());
        if (!answers.faults().isEmpty()) {
            // Two answers to one item, or a damaged line, make the rest doubtful too.
            return new Answered(Map.of(), 0, reason(answers));
        }
        Map<String, Map<String, Boolean>> wanted = new HashMap<>();
        int missing = 0;
        for (LoggedDocument document : asked) {
            Boolean solved =
                    answers.solved().getOrDefault(document.task(), Map.of()).get(document.hash());
            if (solved == null) {
                missing++;
            } else {
                wanted.computeIfAbsent(document.task(), task -> new HashMap<>()).put(document.hash(), solved);
            }
        }
        int given = answers.solved().values().stream().mapToInt(Map::size).sum();
        return new Answered(wanted, given - (asked.size() - missing), missing == 0 ? "" : reason(answers));
    }

    private static String reason(HarnessAnswers answers) {
        return answers.faults().isEmpty()
                ? "It ended well, but its results lack them: see that it runs the items given as {items} and logs"
                        + " samples into {out}."
                : String.join(
                        " ",
                        answers.faults().subList(0, Math.min(3, answers.faults().size())));
    }

    private List<String> words(Path own, Path model, Path out, List<LoggedDocument> asked) throws IOException {
        Map<String, Set<Integer>> numbers = new TreeMap<>();
        for (LoggedDocument document : asked) {
            numbers.computeIfAbsent(document.task(), task -> new TreeSet<>()).add(document.number());
        }
        String json = json(numbers);
        Path file = Files.writeString(own.resolve("items.json"), json);
        boolean fits = json.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ARGUMENT;
        return template.filled(Map.of(
                "{model}", model.toString(),
                "{tasks}", String.join(",", numbers.keySet()),
                "{items}", fits ? json : file.toString(),
                "{items_file}", file.toString(),
                "{out}", out.toString()));
    }

    private static String json(Map<String, Set<Integer>> numbers) {
        try {
            return new ObjectMapper().writeValueAsString(numbers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Names and numbers are always JSON", e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // What cannot be deleted is in nobody's way: the next run of this merge goes on with it.
        }
    }
}
