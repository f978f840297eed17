package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Forecast;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Family;
import org.eyrie.model.FamilyCursor;
import org.eyrie.model.ModelId;
import org.eyrie.model.Stores;

/** Families: founders with everything made from them. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "families")
final class FamilyController {

    private final Stores stores;
    private final Asking asking;

    FamilyController(Stores stores, Asking asking) {
        this.stores = stores;
        this.asking = asking;
    }

    /**
     * Families, largest first.
     *
     * @param cursor where the last page ended
     * @param limit length of a page, 1 to 500
     */
    @Get("/families{?cursor,limit}")
    HttpResponse<Pages<Family>> families(HttpRequest<?> request, @Nullable String cursor, @Nullable String limit) {
        Inputs inputs = new Inputs();
        int length = inputs.number("limit", limit, 1, Pages.MOST, Pages.USUAL);
        FamilyCursor after = inputs.optional("cursor", cursor, FamilyCursor::parse);
        inputs.check();
        return Pages.response(
                request, stores.lineage().families(after == null ? null : after.toString(), length), family -> family);
    }

    /**
     * A family ranked on a benchmark, best first: by what was measured, or predicted where it was not. Beside a measured
     * score stands what is predicted without it.
     *
     * @param benchmark on what
     * @param limit how many at most, 1 to 500
     */
    @Get(uris = {"/families/{id}/leaderboard{?benchmark,limit}", "/leaderboard{?id,benchmark,limit}"})
    List<Forecast> leaderboard(@Nullable String id, @Nullable String benchmark, @Nullable String limit) {
        Inputs inputs = new Inputs();
        ModelId founder = inputs.model("id", id);
        BenchmarkId column = inputs.benchmark("benchmark", benchmark);
        int length = inputs.number("limit", limit, 1, Pages.MOST, Pages.USUAL);
        inputs.check();
        return asking.leaderboards().of(Inputs.checked(founder), Inputs.checked(column), length);
    }
}
