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
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Forecast;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Family;
import org.eyrie.model.FamilyCursor;
import org.eyrie.model.ModelId;
import org.eyrie.model.Page;
import org.eyrie.model.Stores;

/** Families: founders with everything made from them. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "families")
final class FamilyController {

    private final Stores stores;
    private final Asking asking;
    private final Answers answers;

    FamilyController(Stores stores, Asking asking, Answers answers) {
        this.stores = stores;
        this.asking = asking;
        this.answers = answers;
    }

    /**
     * Families, largest first.
     *
     * @param cursor where the last page ended
     * @param limit length of a page, 1 to 500
     */
    @Get("/families{?cursor,limit}")
    HttpResponse<Pages<Family>> families(
            HttpRequest<?> request,
            @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500")) @Nullable String limit) {
        Inputs inputs = new Inputs();
        int length = inputs.number("limit", limit, 1, Pages.MOST, Pages.USUAL);
        FamilyCursor after = inputs.optional("cursor", cursor, FamilyCursor::parse);
        inputs.check();
        Page<Family> page =
                answers.of(request, () -> stores.lineage().families(after == null ? null : after.toString(), length));
        return Pages.response(request, page, family -> family);
    }

    /**
     * A family ranked on a benchmark, best first: by what was measured, or predicted where it was not. Beside a measured
     * score stands what is predicted without it.
     *
     * @param benchmark on what
     * @param limit how many at most, 1 to 500
     */
    @Get(uris = {"/families/{id}/leaderboard{?benchmark,limit}", "/leaderboard{?id,benchmark,limit}"})
    List<Forecast> leaderboard(
            HttpRequest<?> request,
            @Nullable String id,
            @Nullable String benchmark,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500")) @Nullable String limit) {
        Inputs inputs = new Inputs();
        ModelId founder = inputs.model("id", id);
        BenchmarkId column = inputs.benchmark("benchmark", benchmark);
        int length = inputs.number("limit", limit, 1, Pages.MOST, Pages.USUAL);
        inputs.check();
        return answers.of(
                request, () -> asking.leaderboards().of(Inputs.checked(founder), Inputs.checked(column), length));
    }
}
