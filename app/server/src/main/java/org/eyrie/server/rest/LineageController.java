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
import org.eyrie.model.Derivation;
import org.eyrie.model.DerivationCursor;
import org.eyrie.model.LineageStore;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Stores;

/** Who was made from whom. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "lineage")
final class LineageController {

    /** How many models an answer may hold: a browser draws no more, and a program can ask again from another model. */
    private static final int MOST_MODELS = 2_000;

    private static final int USUAL_MODELS = 200;
    private static final int USUAL_HOPS = 10;

    private final LineageStore lineage;
    private final Answers answers;

    LineageController(Stores stores, Answers answers) {
        this.answers = answers;
        this.lineage = stores.lineage();
    }

    /**
     * Every derivation among the ancestors of a model, nearest first.
     *
     * @param hops how many generations to climb, 1 to 128
     * @param cursor how many come before this part
     * @param limit how many derivations at most, 1 to 5,000; the Link header points to the rest
     */
    @Get(uris = {"/models/{id}/ancestors{?hops,cursor,limit}", "/ancestors{?id,hops,cursor,limit}"})
    HttpResponse<List<Derivation>> ancestors(
            HttpRequest<?> request,
            @Nullable String id,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "128")) @Nullable String hops,
            @Parameter(schema = @Schema(type = "integer", minimum = "0")) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "5000")) @Nullable String limit) {
        Inputs inputs = new Inputs();
        ModelId model = inputs.model("id", id);
        int generations = inputs.number("hops", hops, 1, LineageStore.MAX_HOPS, USUAL_HOPS);
        Slices part = Slices.of(cursor, limit, inputs);
        inputs.check();
        ModelId wanted = Inputs.checked(model);
        return part.response(
                request,
                answers.whole(
                        request,
                        List.of("ancestors", wanted, generations),
                        () -> lineage.ancestry(wanted, generations)));
    }

    /**
     * Every derivation among the descendants of a model, nearest first, then by child and parent.
     *
     * @param hops how many generations to descend, 1 to 128
     * @param cursor where the last part ended, as its Link header says
     * @param limit how many derivations at most, 1 to 5,000; the Link header points to the rest
     */
    @Get(uris = {"/models/{id}/descendants{?hops,cursor,limit}", "/descendants{?id,hops,cursor,limit}"})
    HttpResponse<List<Derivation>> descendants(
            HttpRequest<?> request,
            @Nullable String id,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "128")) @Nullable String hops,
            @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "5000")) @Nullable String limit) {
        Inputs inputs = new Inputs();
        ModelId model = inputs.model("id", id);
        int generations = inputs.number("hops", hops, 1, LineageStore.MAX_HOPS, USUAL_HOPS);
        DerivationCursor after = inputs.optional("cursor", cursor, DerivationCursor::parse);
        int most = inputs.number("limit", limit, 1, Slices.MOST, Slices.USUAL);
        inputs.check();
        return Slices.response(
                request,
                answers.of(
                        request,
                        () -> lineage.descendants(
                                Inputs.checked(model), generations, after == null ? null : after.toString(), most)));
    }

    /**
     * Everything around a model in either direction, nearest first.
     *
     * @param hops how far, 0 to 128
     * @param limit how many models at most, 1 to 2,000
     */
    @Get(uris = {"/models/{id}/neighbourhood{?hops,limit}", "/neighbourhood{?id,hops,limit}"})
    Neighbourhood neighbourhood(
            HttpRequest<?> request,
            @Nullable String id,
            @Parameter(schema = @Schema(type = "integer", minimum = "0", maximum = "128")) @Nullable String hops,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "2000")) @Nullable String limit) {
        Inputs inputs = new Inputs();
        ModelId model = inputs.model("id", id);
        int distance = inputs.number("hops", hops, 0, LineageStore.MAX_HOPS, USUAL_HOPS);
        int models = inputs.number("limit", limit, 1, MOST_MODELS, USUAL_MODELS);
        inputs.check();
        return answers.of(request, () -> lineage.neighbourhood(Inputs.checked(model), distance, models));
    }

    /**
     * Other models with a parent in common, by id.
     *
     * @param cursor where the last part ended, as its Link header says
     * @param limit how many models at most, 1 to 5,000; the Link header points to the rest
     */
    @Get(uris = {"/models/{id}/siblings{?cursor,limit}", "/siblings{?id,cursor,limit}"})
    HttpResponse<List<ModelId>> siblings(
            HttpRequest<?> request,
            @Nullable String id,
            @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "5000")) @Nullable String limit) {
        Inputs inputs = new Inputs();
        ModelId model = inputs.model("id", id);
        ModelId after = inputs.optional("cursor", cursor, ModelId::new);
        int most = inputs.number("limit", limit, 1, Slices.MOST, Slices.USUAL);
        inputs.check();
        return Slices.response(
                request,
                answers.of(
                        request,
                        () -> lineage.siblings(Inputs.checked(model), after == null ? null : after.value(), most)));
    }

    /**
     * Where the ancestry of two models meets: common ancestors without a descendant that is one too.
     *
     * @param other the second model
     */
    @Get(uris = {"/models/{id}/common-ancestors{?other}", "/common-ancestors{?id,other}"})
    List<ModelId> commonAncestors(HttpRequest<?> request, @Nullable String id, @Nullable String other) {
        Inputs inputs = new Inputs();
        ModelId one = inputs.model("id", id);
        ModelId second = inputs.model("other", other);
        inputs.check();
        return answers.of(request, () -> lineage.lowestCommonAncestors(Inputs.checked(one), Inputs.checked(second)));
    }
}
