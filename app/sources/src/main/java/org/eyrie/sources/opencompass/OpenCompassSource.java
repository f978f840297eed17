package org.eyrie.sources.opencompass;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.evaluations.MeasuredScores;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Whole;
import org.jspecify.annotations.Nullable;

/**
 * A summary of OpenCompass, {@code summary_<time>.csv}, {@code .txt} or {@code .md}: a row for each data set, version of its
 * prompts, metric and mode, a column for each model, figures in per cent and {@code -} for what was not run.
 *
 * <p>Version, metric and mode are part of the benchmark. Of metrics of which less is better nothing is taken.
 */
public final class OpenCompassSource extends FileSource {

    private static final int MAX_LENGTH = 50_000_000;
    private static final List<String> COLUMNS = List.of("dataset", "version", "metric", "mode");
    private static final Pattern HEADER = Pattern.compile(
            "(?m)^\\s*\\|?\\s*dataset\\s*[,;|\\t ]\\s*version\\s*[,;|\\t ]\\s*metric\\s*[,;|\\t ]\\s*mode\\b");
    private static final Pattern RULE = Pattern.compile("[-|: ]*");
    private static final Set<String> LESS_IS_BETTER = Set.of("ppl", "perplexity", "bpc", "bpb", "loss", "wer", "ter");
    private static final String NOT_RUN = "-";

    private final @Nullable ModelId model;

    /** @param model what the only model in the summary is called in the graph; null to take its models as they are named */
    public OpenCompassSource(Input input, @Nullable ModelId model) {
        super(input);
        this.model = model;
    }

    /** Whether a file is a summary, by its first characters. */
    public static boolean looksLike(String start) {
        return HEADER.matcher(start).find();
    }

    @Override
    public void read(FactSink sink) throws IOException {
        String[] lines = Whole.text(input, MAX_LENGTH).split("\\R", -1);
        int header = header(lines);
        List<String> columns = cells(lines[header]);
        List<ModelId> models = models(columns.subList(COLUMNS.size(), columns.size()), header + 1);
        for (int at = header + 1; at < lines.length && isRow(lines[at], lines[header]); at++) {
            if (!RULE.matcher(lines[at]).matches()) {
                row(new Place(input.name(), at + 1), cells(lines[at]), models, sink);
            }
        }
        sink.reached(input.bytes(), input.bytes());
    }

    // The text holds the table three times: aligned, with commas and with bars.
    private int header(String[] lines) throws UnreadableException {
        for (int at = 0; at < lines.length; at++) {
            if (isDivided(lines[at])
                    && cells(lines[at]).size() > COLUMNS.size()
                    && cells(lines[at]).subList(0, COLUMNS.size()).equals(COLUMNS)) {
                return at;
            }
        }
        throw new UnreadableException(
                whole(),
                "No line names the columns " + String.join(", ", COLUMNS)
                        + " and a model after them: this is no summary of OpenCompass. It writes them to"
                        + " summary/summary_<time>.csv and .txt");
    }

    private List<ModelId> models(List<String> names, int line) throws UnreadableException {
        Place place = new Place(input.name(), line);
        if (model != null && names.size() > 1) {
            throw new UnreadableException(
                    place, "It has " + names.size() + " models, which cannot all be " + model + ": let it name them");
        }
        List<ModelId> models = new ArrayList<>();
        for (String name : names) {
            try {
                models.add(model != null ? model : ModelPaths.id(name));
            } catch (IllegalArgumentException e) {
                throw new UnreadableException(place, "The column " + Text.quoted(name) + ": " + e.getMessage());
            }
        }
        return models;
    }

    private void row(Place place, List<String> cells, List<ModelId> models, FactSink sink) {
        if (cells.size() != COLUMNS.size() + models.size()) {
            sink.reject(
                    place,
                    "It has " + cells.size() + " cells, where the first line has " + (COLUMNS.size() + models.size()));
            return;
        }
        if (cells.get(0).isEmpty() || cells.get(0).startsWith("---")) {
            return; // a heading that a summarizer puts between groups
        }
        String metric = said(cells.get(2)).orElse(null);
        EvaluationSetup setup = new EvaluationSetup(
                cells.get(0),
                metric,
                said(cells.get(3)).filter(mode -> !mode.equals("unknown")).orElse(null),
                "OpenCompass",
                said(cells.get(1)).orElse(null),
                null,
                null);
        for (int at = 0; at < models.size(); at++) {
            String cell = cells.get(COLUMNS.size() + at);
            if (said(cell).isPresent()) {
                score(place, setup, cell, models.get(at), sink);
            }
        }
    }

    private static void score(Place place, EvaluationSetup setup, String cell, ModelId model, FactSink sink) {
        MeasuredScores scores = new MeasuredScores(sink, place, model, "OpenCompass", null);
        try {
            double percent = Double.parseDouble(cell);
            if (setup.metric() != null && LESS_IS_BETTER.contains(setup.metric())) {
                scores.leaveOut(setup, "less of it is better");
            } else if (!(percent >= 0 && percent <= 100)) {
                scores.leaveOut(setup, cell + " is no share of successes in per cent");
            } else {
                scores.add(setup, percent / 100, null, null);
            }
        } catch (NumberFormatException e) {
            sink.reject(
                    place,
                    setup.task() + " of " + model + " must be a number in per cent, or " + NOT_RUN
                            + " where it was not run, not " + Text.quoted(cell));
        }
    }

    private static Optional<String> said(String cell) {
        return Optional.of(cell).filter(text -> !text.isEmpty() && !text.equals(NOT_RUN));
    }

    private static boolean isDivided(String line) {
        return line.indexOf(',') >= 0 || line.indexOf('|') >= 0;
    }

    private static boolean isRow(String line, String header) {
        return !line.isBlank()
                && isDivided(line)
                && (header.indexOf('|') >= 0) == line.strip().startsWith("|");
    }

    private static List<String> cells(String line) {
        String text = line.strip().replace("\ufeff", "");
        boolean bars = text.startsWith("|");
        String inner = bars ? text.replaceAll("^\\||\\|$", "") : text;
        return Arrays.stream(inner.split(bars ? "\\|" : ",", -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }
}
