package org.eyrie.sources.card;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.eyrie.sources.conventions.PublishedScale;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.conventions.WrittenNumber;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;

/** Scores that were published together. One that cannot be used is left out with a note and costs nothing else. */
final class PublishedResults {

    private final ModelId model;
    private final ScaleEvidence evidence;
    private final Place place;
    private final FactSink sink;

    PublishedResults(ModelId model, ScaleEvidence evidence, Place place, FactSink sink) {
        this.model = model;
        this.evidence = evidence;
        this.place = place;
        this.sink = sink;
    }

    void write(List<PublishedResult> results) {
        Map<String, List<Double>> percentages = results.stream()
                .filter(PublishedResults::isAboveOne)
                .collect(Collectors.groupingBy(
                        PublishedResult::kind, Collectors.mapping(PublishedResults::hundredth, Collectors.toList())));
        for (PublishedResult result : results) {
            Optional<WrittenNumber> figure = WrittenNumber.of(result.value());
            if (figure.isEmpty()) {
                leftOut(result, "it is no share of successes");
            } else if (isInDoubt(result, figure.get(), percentages.getOrDefault(result.kind(), List.of()))) {
                leftOut(
                        result,
                        "others of the same data set are percentages, so that it may be one. Where it is one, write "
                                + result.value() + "%");
            } else {
                score(result, figure.get());
            }
        }
    }

    private void score(PublishedResult result, WrittenNumber figure) {
        OptionalDouble share = PublishedScale.share(
                result.dataset(),
                result.setup().metric(),
                figure,
                result.percentages(),
                evidence,
                why -> leftOut(result, why));
        if (share.isEmpty()) {
            return;
        }
        try {
            Benchmark benchmark = BenchmarkNames.benchmark(result.setup(), null);
            Evaluation evaluation = new Evaluation(
                    model, benchmark.id(), share.getAsDouble(), null, null, null, result.source(), result.date());
            sink.benchmark(place, benchmark);
            sink.evaluation(place, evaluation);
        } catch (IllegalArgumentException e) {
            leftOut(result, String.valueOf(e.getMessage()));
        }
    }

    private void leftOut(PublishedResult result, String why) {
        sink.note(place, result.what() + " was left out: " + why);
    }

    private static boolean isAboveOne(PublishedResult result) {
        return WrittenNumber.of(result.value())
                .filter(figure -> figure.value() > 1 && figure.value() <= 100)
                .isPresent();
    }

    private static double hundredth(PublishedResult result) {
        return WrittenNumber.hundredth(
                WrittenNumber.of(result.value()).orElseThrow().value());
    }

    // Beside 20.9 on the same data set stands 0.25 as a share, and 0.9 as nobody can know what.
    private static boolean isInDoubt(PublishedResult result, WrittenNumber figure, List<Double> percentages) {
        double value = figure.value();
        return !percentages.isEmpty()
                && !result.percentages()
                && !figure.percent()
                && value > 0
                && value <= 1
                && !PublishedScale.isLike(value, percentages);
    }
}
