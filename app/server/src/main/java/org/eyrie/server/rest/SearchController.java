package org.eyrie.server.rest;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.server.stores.Session;

/** Searches for merges, while they run and after. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "developments")
final class SearchController {

    private final Session session;

    SearchController(Session session) {
        this.session = session;
    }

    /** All of them, in the order of their names. */
    @Get("/developments")
    List<SearchView> all() {
        DevelopmentLedger ledger = session.developments();
        return ledger.all().stream().map(ledger::read).map(SearchView::of).toList();
    }

    /** One of them, with its best candidates and its finalists. */
    @Get("/developments/{id}")
    SearchDetails one(String id) {
        Inputs inputs = new Inputs();
        DevelopmentId name = inputs.required("id", id, DevelopmentId::new);
        inputs.check();
        DevelopmentId known = Inputs.checked(name);
        return SearchDetails.of(
                session.developments().read(known),
                session.finals().finalists(known),
                session.finals().scores(known));
    }
}
