package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Page;
import org.eyrie.model.Recipe;
import org.eyrie.model.Stores;
import org.eyrie.model.UnknownModelException;
import org.eyrie.server.export.Exporting;
import org.eyrie.sources.export.CycloneDxExport;

/** Models and their scores. Ids with slashes are accepted URL-encoded in the path, or as a query parameter. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "models")
final class ModelController {

    private final Stores stores;
    private final Clock clock;
    private final Answers answers;

    ModelController(Stores stores, Clock clock, Answers answers) {
        this.answers = answers;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Models by id.
     *
     * @param search only ids that contain this, whatever the case
     * @param cursor where the last page ended
     * @param limit length of a page, 1 to 500
     */
    @Get("/models{?search,cursor,limit}")
    HttpResponse<Pages<Model>> models(
            HttpRequest<?> request,
            @Nullable String search,
            @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500")) @Nullable String limit) {
        Inputs inputs = new Inputs();
        int length = inputs.number("limit", limit, 1, Pages.MOST, Pages.USUAL);
        ModelId after = inputs.optional("cursor", cursor, ModelId::new);
        inputs.check();
        Page<Model> page = answers.of(
                request, () -> stores.lineage().models(search, after == null ? null : after.value(), length));
        return Pages.response(request, page, model -> model);
    }

    /** One model. */
    @Get(uris = {"/models/{id}", "/model{?id}"})
    Model model(HttpRequest<?> request, @Nullable String id) {
        ModelId model = id(id);
        return answers.of(request, () -> known(model));
    }

    private Model known(ModelId model) {
        return stores.lineage().find(model).orElseThrow(() -> new UnknownModelException(model));
    }

    /** Measured scores of a model, by benchmark. */
    @Get(uris = {"/models/{id}/evaluations", "/evaluations{?id}"})
    List<EvaluationView> evaluations(HttpRequest<?> request, @Nullable String id) {
        ModelId model = id(id);
        return answers.of(request, () -> stores.scores().of(List.of(known(model).id())).stream()
                .map(EvaluationView::of)
                .toList());
    }

    /** How a merge was made, word for word; 404 where that is not known. */
    @Get(uris = {"/models/{id}/recipe", "/recipe{?id}"})
    HttpResponse<Recipe> recipe(@Nullable String id) {
        Model model = known(id(id));
        return stores.recipes()
                .recipe(model.id())
                .map(HttpResponse::ok)
                .orElseThrow(() ->
                        new HttpStatusException(HttpStatus.NOT_FOUND, "No recipe of \"" + model.id() + "\" is known."));
    }

    /** A bill of materials, CycloneDX 1.6: the model with its ancestors, measured and predicted scores. */
    @Get(uris = {"/models/{id}/cyclonedx", "/cyclonedx{?id}"})
    @Produces("application/vnd.cyclonedx+json")
    String cycloneDx(@Nullable String id) throws IOException {
        StringWriter bom = new StringWriter();
        CycloneDxExport.write(
                Exporting.withAncestors(stores, List.of(id(id))), bom, clock.instant(), UUID.randomUUID());
        return bom.toString();
    }

    private static ModelId id(@Nullable String id) {
        Inputs inputs = new Inputs();
        ModelId model = inputs.model("id", id);
        inputs.check();
        return Inputs.checked(model);
    }
}
