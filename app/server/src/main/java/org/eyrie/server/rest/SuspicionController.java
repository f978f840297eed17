package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.SuspiciousDerivation;
import org.eyrie.model.ModelId;

/** Lineage that the scores speak against. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "lineage")
final class SuspicionController {

    private static final int USUAL_MODELS = 20;
    private static final int MOST_MODELS = 200;
    private static final int USUAL_LEAST = 3;
    private static final int MOST_LEAST = 100;

    private final Asking asking;
    private final Answers answers;

    SuspicionController(Asking asking, Answers answers) {
        this.answers = answers;
        this.asking = asking;
    }

    /**
     * Derivations whose ends disagree far beyond what is usual of their relation, those of the oddest model first, with
     * what would be predicted without each of them.
     *
     * @param id look at this model and its relatives only
     * @param least smallest disagreement that counts, in standard deviations, 0 to 100
     * @param limit how many models at most, 1 to 200
     */
    @Get("/lineage/suspicious{?id,least,limit}")
    List<SuspiciousDerivation> suspicious(
            HttpRequest<?> request,
            @Nullable String id,
            @Parameter(schema = @Schema(type = "integer", minimum = "0", maximum = "100")) @Nullable String least,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200")) @Nullable String limit) {
        Inputs inputs = new Inputs();
        ModelId around = id == null ? null : inputs.model("id", id);
        int smallest = inputs.number("least", least, 0, MOST_LEAST, USUAL_LEAST);
        int models = inputs.number("limit", limit, 1, MOST_MODELS, USUAL_MODELS);
        inputs.check();
        return answers.of(request, () -> asking.suspiciousLineage().of(around, smallest, models));
    }
}
