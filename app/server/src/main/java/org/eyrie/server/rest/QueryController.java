package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.stores.Session;
import org.eyrie.store.query.QueryResult;
import org.eyrie.store.query.SavedQueries;
import org.eyrie.store.query.SavedQuery;

/** Questions about the graph that are asked by name. They only read. */
@Controller(Api.V1 + "/queries")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "queries")
final class QueryController {

    private final Session session;

    QueryController(Session session) {
        this.session = session;
    }

    /** Every question, with the parameters it wants and the Cypher behind it. */
    @Get
    List<SavedQuery> all() {
        return session.savedQueries().map(SavedQueries::all).orElse(List.of());
    }

    /**
     * Asks a question.
     *
     * @param group the part of its name before the slash
     * @param name the part behind it
     * @param limit how many rows at most, 1 to 500
     * @param parameters exactly those the question has
     */
    @Post("/{group}/{name}{?limit}")
    QueryResult ask(String group, String name, @Nullable String limit, @Nullable @Body Map<String, Object> parameters) {
        Inputs inputs = new Inputs();
        int rows = inputs.number("limit", limit, 1, Pages.MOST, Pages.USUAL);
        inputs.check();
        return session.savedQueries()
                .orElseThrow(() -> new InvalidInputException(
                        "Saved query", List.of(new Fault("database", "It is not one that Cypher is for."))))
                .run(group + "/" + name, parameters == null ? Map.of() : parameters, rows);
    }
}
