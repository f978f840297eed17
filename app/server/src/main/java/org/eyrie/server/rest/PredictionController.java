package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.ExplainedForecast;
import org.eyrie.engine.ask.Forecast;
import org.eyrie.engine.ask.ForecastRow;
import org.eyrie.engine.ask.Plan;
import org.eyrie.engine.ask.PlannedModel;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;

/** Predictions, planned models and explanations, from the latest fit. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "predictions")
final class PredictionController {

    private final Asking asking;
    private final Answers answers;

    PredictionController(Asking asking, Answers answers) {
        this.answers = answers;
        this.asking = asking;
    }

    /**
     * Predicted scores of one model; 422 where nothing known says anything about it.
     *
     * @param benchmark on what, several times for several; all where it is missing
     * @param leaveOut whether a cell's own measurement is kept from its prediction; true where it is missing, since only
     *     then measured and predicted may be compared. With false, a repetition of the measurement is predicted
     */
    @Get(uris = {"/models/{id}/predictions{?benchmark*,leaveOut}", "/predictions{?id,benchmark*,leaveOut}"})
    List<Forecast> predictions(
            HttpRequest<?> request,
            @Nullable String id,
            @Nullable List<String> benchmark,
            @Parameter(schema = @Schema(type = "boolean")) @Nullable String leaveOut) {
        Inputs inputs = new Inputs();
        ModelId model = inputs.model("id", id);
        List<BenchmarkId> columns = inputs.benchmarks("benchmark", benchmark, Api.MOST_BENCHMARKS);
        boolean withoutOwn = inputs.flag("leaveOut", leaveOut, true);
        inputs.check();
        return answers.of(request, () -> asking.predictions().of(Inputs.checked(model), columns, withoutOwn));
    }

    /** Predicted scores of up to 1,000 models: a row for each of them and each benchmark, answered or not. */
    @Post("/predictions")
    List<ForecastRow> predictionsOfMany(HttpRequest<?> http, @Body PredictionRequest request) {
        Inputs inputs = new Inputs();
        List<ModelId> models = inputs.models("models", request.models(), Api.MOST_MODELS);
        if (request.models() == null || request.models().isEmpty()) {
            inputs.fault("models", "It must name a model at least.");
        }
        List<BenchmarkId> columns = inputs.benchmarks("benchmarks", request.benchmarks(), Api.MOST_BENCHMARKS);
        inputs.check();
        boolean leaveOut = !Boolean.FALSE.equals(request.leaveOut());
        return answers.of(http, request, () -> asking.predictions().ofMany(models, columns, leaveOut));
    }

    /** Scores of a model that does not exist yet; nothing is written. */
    @Post("/what-if")
    List<Plan> whatIf(HttpRequest<?> http, @Body WhatIfRequest request) {
        Inputs inputs = new Inputs();
        List<BenchmarkId> columns = inputs.benchmarks("benchmarks", request.benchmarks(), Api.MOST_BENCHMARKS);
        PlannedModel planned = request.planned(inputs);
        boolean strict = Boolean.TRUE.equals(request.strict());
        return answers.of(http, request, () -> asking.whatIf().ask(planned, columns, strict));
    }

    /**
     * What made a prediction.
     *
     * @param benchmark on what
     * @param leaveOut whether the model's own measurement there is kept from it, true where it is missing
     */
    @Get(uris = {"/models/{id}/explanation{?benchmark,leaveOut}", "/explanation{?id,benchmark,leaveOut}"})
    ExplainedForecast explanation(
            HttpRequest<?> request,
            @Nullable String id,
            @Nullable String benchmark,
            @Parameter(schema = @Schema(type = "boolean")) @Nullable String leaveOut) {
        Inputs inputs = new Inputs();
        ModelId model = inputs.model("id", id);
        BenchmarkId column = inputs.benchmark("benchmark", benchmark);
        boolean withoutOwn = inputs.flag("leaveOut", leaveOut, true);
        inputs.check();
        return answers.of(
                request, () -> asking.explanations().of(Inputs.checked(model), Inputs.checked(column), withoutOwn));
    }
}
