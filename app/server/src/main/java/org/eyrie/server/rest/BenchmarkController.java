package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.model.ScoreStore;
import org.eyrie.model.Stores;

/** Benchmarks and how much of them is measured. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "benchmarks")
final class BenchmarkController {

    private final ScoreStore scores;
    private final Answers answers;

    BenchmarkController(Stores stores, Answers answers) {
        this.answers = answers;
        this.scores = stores.scores();
    }

    /**
     * Benchmarks, by id.
     *
     * @param cursor how many come before this part
     * @param limit how many at most, 1 to 5,000; the Link header points to the rest
     */
    @Get("/benchmarks{?cursor,limit}")
    HttpResponse<List<Benchmark>> benchmarks(
            HttpRequest<?> request,
            @Parameter(schema = @Schema(type = "integer", minimum = "0")) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "5000")) @Nullable String limit) {
        Slices part = Slices.of(cursor, limit);
        return part.response(request, answers.whole(request, "benchmarks", scores::benchmarks));
    }

    /** How many models are measured on each benchmark. */
    @Get("/coverage")
    List<ScoreStore.Coverage> coverage(HttpRequest<?> request) {
        return answers.of(request, scores::coverage);
    }

    /**
     * The best models that were measured on a benchmark.
     *
     * @param benchmark on what
     * @param family only this founder's family
     * @param limit how many at most, 1 to 500
     */
    @Get("/best{?benchmark,family,limit}")
    List<EvaluationView> best(
            HttpRequest<?> request,
            @Nullable String benchmark,
            @Nullable String family,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500")) @Nullable String limit) {
        Inputs inputs = new Inputs();
        BenchmarkId column = inputs.benchmark("benchmark", benchmark);
        ModelId founder = family == null ? null : inputs.model("family", family);
        int length = inputs.number("limit", limit, 1, Pages.MOST, Pages.USUAL);
        inputs.check();
        return answers.of(request, () -> scores.best(Inputs.checked(column), founder, length).stream()
                .map(EvaluationView::of)
                .toList());
    }
}
