package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Forgotten;
import org.eyrie.model.ModelId;
import org.eyrie.model.Page;
import org.eyrie.model.PastImport;
import org.eyrie.model.Stores;
import org.eyrie.model.UnknownImportException;

/** What was imported, and taking it back. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "imports")
final class ImportController {

    private static final String WANTED = "a number of an import, such as 7";

    private final Stores stores;

    ImportController(Stores stores) {
        this.stores = stores;
    }

    /**
     * Imports that changed something, the last one first.
     *
     * @param cursor where the last page ended
     * @param limit length of a page, 1 to 500
     */
    @Get("/imports{?cursor,limit}")
    HttpResponse<Pages<PastImport>> imports(
            HttpRequest<?> request,
            @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500")) @Nullable String limit) {
        Inputs inputs = new Inputs();
        int length = inputs.number("limit", limit, 1, Pages.MOST, Pages.USUAL);
        Long before = inputs.optional("cursor", cursor, ImportController::number);
        inputs.check();
        List<PastImport> imports =
                new ArrayList<>(stores.history().imports(before == null ? Long.MAX_VALUE : before, length + 1));
        return Pages.response(request, Page.of(imports, length, last -> String.valueOf(last.number())), each -> each);
    }

    /** One import with its notes. */
    @Get("/imports/{number}")
    PastImport oneImport(String number) {
        long wanted = checked(number);
        return stores.history().find(wanted).orElseThrow(() -> new UnknownImportException(wanted));
    }

    /**
     * Takes an import back: what it created goes, what it changed is again what it was. What a later one changed since stays,
     * and is listed.
     *
     * @param dryRun say what would happen, change nothing
     */
    @Delete("/imports/{number}{?dryRun}")
    Forgotten undo(String number, @Parameter(schema = @Schema(type = "boolean")) @Nullable @QueryValue String dryRun) {
        long wanted = checked(number);
        return stores.history().undo(wanted, flag(dryRun));
    }

    /**
     * Takes back all that was read from a source.
     *
     * @param source as the imports name it
     * @param dryRun say what would happen, change nothing
     */
    @Delete("/imports{?source,dryRun}")
    Forgotten forgetSource(
            @Nullable @QueryValue String source,
            @Parameter(schema = @Schema(type = "boolean")) @Nullable @QueryValue String dryRun) {
        Inputs inputs = new Inputs();
        String wanted = inputs.required("source", source, text -> text);
        boolean only = inputs.flag("dryRun", dryRun);
        inputs.check();
        return stores.history().forget(Inputs.checked(wanted), only);
    }

    /**
     * Forgets what is known of a model. It stays, by its name alone, where others were made from it.
     *
     * @param dryRun say what would happen, change nothing
     */
    @Delete(uris = {"/models/{id}{?dryRun}", "/model{?id,dryRun}"})
    Forgotten forgetModel(
            HttpRequest<?> request,
            @Nullable String id,
            @Parameter(schema = @Schema(type = "boolean")) @Nullable @QueryValue String dryRun) {
        Inputs inputs = new Inputs();
        ModelId model =
                inputs.model("id", id != null ? id : request.getParameters().get("id"));
        boolean only = inputs.flag("dryRun", dryRun);
        inputs.check();
        return stores.history().forget(Inputs.checked(model), only);
    }

    private static boolean flag(@Parameter(schema = @Schema(type = "boolean")) @Nullable String dryRun) {
        Inputs inputs = new Inputs();
        boolean only = inputs.flag("dryRun", dryRun);
        inputs.check();
        return only;
    }

    private static long checked(String number) {
        Inputs inputs = new Inputs();
        Long wanted = inputs.required("number", number, ImportController::number);
        inputs.check();
        return Inputs.checked(wanted);
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("It must be " + WANTED + ", not \"" + text + "\"", e);
        }
    }
}
