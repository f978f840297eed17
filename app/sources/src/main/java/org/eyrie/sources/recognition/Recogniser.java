package org.eyrie.sources.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.recognition.FileFormat.Found;
import org.eyrie.sources.spi.SeveralSources;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnknownModels;
import org.jspecify.annotations.Nullable;

/** Takes files and folders, tells by their content what they are, and makes one source of all that is known. */
public final class Recogniser {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_FILES = 100_000;
    private static final int SHOWN = 3;

    /** The one hidden folder that is searched: results as the Hub collects them. */
    private static final String PUBLISHED = ".eval_results";

    private final @Nullable ModelId model;
    private final List<FileFormat> formats;
    private final Map<FileFormat, List<Found>> known = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Path> foldersOfOne = new TreeSet<>();

    private Recogniser(@Nullable ModelId model, ScaleEvidence evidence, UnknownModels unknown) {
        this.model = model;
        this.formats = FileFormats.all(evidence, unknown);
    }

    /**
     * What reads some files and all that lies in some folders.
     *
     * @param model whose recipes, cards, adapters and configurations they are, or null where folders say so
     * @param evidence what is known of data sets, to tell shares from percentages
     * @param unknown what becomes of models that tables name and nobody else
     * @throws InvalidInputException with every file that may be two kinds, or that does not say whose it is; and where
     *     nothing at all is known
     */
    public static Source source(
            List<Path> paths, @Nullable ModelId model, ScaleEvidence evidence, UnknownModels unknown)
            throws IOException {
        Recogniser recogniser = new Recogniser(model, evidence, unknown);
        for (Path path : paths) {
            recogniser.walk(path);
        }
        return recogniser.source(paths);
    }

    private void walk(Path path) throws IOException {
        if (!Files.exists(path)) {
            faults.add(new Fault(
                    path.toString(),
                    "There is no such file, nor a source of that name: eyrie import --help lists those"));
            return;
        }
        try (Stream<Path> found = Files.walk(path, MAX_DEPTH)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(path, file))
                    .sorted()
                    .limit(MAX_FILES + 1L)
                    .toList();
            if (files.size() > MAX_FILES) {
                faults.add(new Fault(path.toString(), "There are more than " + MAX_FILES + " files: import in parts"));
                return;
            }
            for (Path file : files) {
                look(file);
            }
        }
    }

    private static boolean isHidden(Path top, Path file) {
        for (Path part : top.relativize(file)) {
            if (part.toString().startsWith(".") && !part.toString().equals(PUBLISHED)) {
                return true;
            }
        }
        return false;
    }

    private void look(Path file) throws IOException {
        Peek peek = Peek.at(file);
        List<FileFormat> fitting =
                formats.stream().filter(format -> format.fits().test(peek)).toList();
        if (fitting.isEmpty()) {
            skipped.add(reason(file, peek));
            return;
        }
        if (fitting.size() > 1) {
            String commands = fitting.stream()
                    .map(format -> "eyrie import " + format.command() + " " + file)
                    .collect(Collectors.joining("\" or \""));
            faults.add(new Fault(
                    file.toString(),
                    "It may be " + fitting.stream().map(FileFormat::title).collect(Collectors.joining(" or "))
                            + ": say which with \"" + commands + "\""));
            return;
        }
        FileFormat format = fitting.get(0);
        Optional<ModelId> owner = format.needsModel() ? owner(file) : Optional.ofNullable(model);
        if (format.needsModel() && owner.isEmpty()) {
            faults.add(new Fault(
                    file.toString(),
                    "This " + format.title() + " does not say whose it is: name the model with --model-id org/name"));
        } else {
            known.computeIfAbsent(format, key -> new ArrayList<>()).add(new Found(file, peek, owner.orElse(null)));
        }
    }

    private Optional<ModelId> owner(Path file) throws IOException {
        Optional<ModelId> said = OwnerOfFile.of(file);
        if (said.isPresent() || model == null) {
            return said;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null && foldersOfOne.add(folder) && foldersOfOne.size() > 1) {
            faults.add(new Fault(
                    file.toString(),
                    "--model-id names one model, but such files lie in several folders: import one folder at a time"));
        }
        return Optional.of(model);
    }

    private static String reason(Path file, Peek peek) {
        if (peek.hasColumns("model", "outcomes")) {
            return file + " (outcomes, which do not say on what: eyrie import instances --benchmark NAME)";
        }
        return !peek.isJson() && peek.hasColumns("model")
                ? file
                        + " (with a column for each benchmark? eyrie import leaderboard --scores FILE --score-columns A,B)"
                : file.toString();
    }

    private Source source(List<Path> paths) {
        if (known.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(
                    paths.stream().map(Path::toString).collect(Collectors.joining(", ")),
                    "Nothing is known that looks like this. Name its source: eyrie import --help lists those"
                            + (skipped.isEmpty() ? "" : ". Looked at: " + some(skipped))));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The import", faults);
        }
        List<Source> parts = new ArrayList<>();
        List<Fault> told = new ArrayList<>();
        known.forEach((format, files) -> {
            parts.addAll(format.sources().apply(files));
            told.add(new Fault(
                    some(files.stream().map(found -> found.file().toString()).toList()),
                    "taken for " + format.title()));
        });
        if (!skipped.isEmpty()) {
            told.add(new Fault(some(skipped), "skipped, because nothing is known that looks like this"));
        }
        return new SeveralSources(joined(paths, false), joined(paths, true), parts, told);
    }

    private static String joined(List<Path> paths, boolean absolute) {
        return paths.stream()
                .map(path -> (absolute ? path.toAbsolutePath().normalize() : path).toString())
                .collect(Collectors.joining(", "));
    }

    private static String some(List<String> all) {
        return all.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "");
    }
}
