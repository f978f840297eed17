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
import java.util.Map;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.ItemAnswer;
import org.eyrie.engine.ask.ItemQuestion;
import org.eyrie.engine.ask.NextRuns;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;

/** Single items, whole benchmarks from a few of them, and which to run next; from the latest fit. Nothing is written. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "items")
final class ItemController {

    private final Asking asking;
    private final Answers answers;

    ItemController(Asking asking, Answers answers) {
        this.answers = answers;
        this.asking = asking;
    }

    /**
     * The items of a benchmark for one model, from what is in the database; 422 where the benchmark is not known item by
     * item or nothing is known of the model.
     *
     * @param benchmark whose items
     */
    @Get(uris = {"/models/{id}/items{?benchmark}", "/items{?id,benchmark}"})
    ItemAnswer items(HttpRequest<?> request, @Nullable String id, @Nullable String benchmark) {
        Inputs inputs = new Inputs();
        ModelId model = inputs.model("id", id);
        BenchmarkId column = inputs.benchmark("benchmark", benchmark);
        inputs.check();
        ItemQuestion question = new ItemQuestion(Inputs.checked(model), Inputs.checked(column), Map.of());
        return answers.of(request, () -> asking.items().of(question));
    }

    /** The same with outcomes of items that were just run: some of them tell the whole benchmark. */
    @Post("/items")
    ItemAnswer items(HttpRequest<?> http, @Body ItemRequest request) {
        Inputs inputs = new Inputs();
        ItemQuestion question = request.question(inputs);
        return answers.of(http, request, () -> asking.items().of(question));
    }

    /**
     * Which items to run next, from what is in the database.
     *
     * @param benchmark whose score is wanted
     * @param count how many items at most, 1 to 10,000
     * @param targetWidth stop where the interval is expected to be no wider, 0 to 1
     */
    @Get(
            uris = {
                "/models/{id}/next-items{?benchmark,count,targetWidth}",
                "/next-items{?id,benchmark,count,targetWidth}"
            })
    NextRuns next(
            HttpRequest<?> request,
            @Nullable String id,
            @Nullable String benchmark,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "10000")) @Nullable String count,
            @Parameter(schema = @Schema(type = "number", minimum = "0", maximum = "1")) @Nullable String targetWidth) {
        Inputs inputs = new Inputs();
        ModelId model = inputs.model("id", id);
        BenchmarkId column = inputs.benchmark("benchmark", benchmark);
        int most = inputs.number("count", count, 1, ItemRequest.MOST, ItemRequest.USUAL);
        double width = ItemRequest.width(inputs, targetWidth);
        inputs.check();
        ItemQuestion question = new ItemQuestion(Inputs.checked(model), Inputs.checked(column), Map.of());
        return answers.of(request, () -> asking.items().next(question, most, Map.of(), width));
    }

    /** The same with outcomes of items that were just run, and with costs. */
    @Post("/next-items")
    NextRuns next(HttpRequest<?> http, @Body ItemRequest request) {
        Inputs inputs = new Inputs();
        int most = request.most(inputs);
        double width = request.width(inputs);
        Map<Integer, Double> cost = request.cost(inputs);
        ItemQuestion question = request.question(inputs);
        return answers.of(http, request, () -> asking.items().next(question, most, cost, width));
    }
}
