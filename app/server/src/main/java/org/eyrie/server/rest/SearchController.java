package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.server.searching.CountedAnswer;
import org.eyrie.server.searching.KnownReports;
import org.eyrie.server.searching.LeasedWork;
import org.eyrie.server.searching.PlannedSearch;
import org.eyrie.server.searching.SearchDesk;
import org.eyrie.server.searching.SearchPlans;
import org.eyrie.server.searching.SettingFaults;
import org.eyrie.server.stores.Session;

/** Searches for merges, while they run and after. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "developments")
final class SearchController {

    private final Session session;
    private final SearchDesk desk;
    private final KnownReports reports = new KnownReports();

    SearchController(Session session, SearchDesk desk) {
        this.session = session;
        this.desk = desk;
    }

    /**
     * Searches, in the order of their names.
     *
     * @param cursor how many come before this part
     * @param limit how many at most, 1 to 500; the Link header points to the rest
     */
    @Get("/developments{?cursor,limit}")
    HttpResponse<List<SearchView>> all(
            HttpRequest<?> request,
            @Parameter(schema = @Schema(type = "integer", minimum = "0")) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500")) @Nullable String limit) {
        Slices part = Slices.of(cursor, limit, Pages.MOST, Pages.MOST);
        DevelopmentLedger ledger = session.developments();
        return part.response(request, ledger.all(), id -> view(ledger.read(id)));
    }

    /** One of them, with its best candidates and its finalists. */
    @Get("/developments/{id}")
    SearchDetails one(String id) {
        DevelopmentId known = named(id);
        SearchRecord record = session.developments().read(known);
        return SearchDetails.of(
                view(record),
                reports.of(record),
                SearchProgress.of(record, reports),
                session.finals().finalists(known),
                session.finals().scores(known));
    }

    /**
     * Begins a search over models that come along, or folders that the service may read, and runs it here, or has workers
     * evaluate it. One that has begun so goes on. 400 where another search has the name.
     */
    @Post("/developments")
    @ApiResponse(responseCode = "202", description = "Begun")
    HttpResponse<SearchView> start(@Body SearchRequest request) {
        SettingFaults faults = SettingFaults.ofRequest();
        PlannedSearch planned = SearchPlans.of(request.start(desk.served().allowed(), faults), faults);
        faults.check("The request");
        SearchRecord record = desk.served().start(Inputs.checked(planned));
        return HttpResponse.accepted(
                        URI.create(Api.V1 + "/developments/" + record.plan().id()))
                .body(view(record));
    }

    /** Lets a search go on that has begun and was stopped, or that was begun on the command line and never run. */
    @Post("/developments/{id}/start")
    @Status(HttpStatus.ACCEPTED)
    SearchView goOn(String id) {
        return view(desk.served().goOn(named(id)));
    }

    /** Asks a search to stop, wherever it runs; it begins no other merge. A finished one stays so. */
    @Post("/developments/{id}/stop")
    SearchView stop(String id) {
        return view(desk.served().stop(named(id)));
    }

    /**
     * Gives orders of a search with evaluator pull to a worker: merges to make and items to ask. What it does not answer in
     * time others may get. Answers within 15 s, with no orders where others have all there are or the next are still being
     * thought of.
     */
    @Post("/developments/{id}/leases")
    LeasedWork lease(String id, @Body LeaseRequest request) {
        LeaseRequest.Asked asked = request.asked();
        return desk.pulled().lease(named(id), asked.worker(), asked.count(), asked.seconds());
    }

    /**
     * Takes what became of orders; all of it, or nothing where anything is wrong. Sending it again changes nothing: of two
     * answers to one order the first counts, and is paid for once. It may come after the lease is over, and after the search
     * was stopped.
     */
    @Post("/developments/{id}/outcomes")
    List<CountedAnswer> outcomes(String id, @Body OutcomesRequest request) {
        return desk.pulled().answer(named(id), request.read());
    }

    private SearchView view(SearchRecord record) {
        DevelopmentId id = record.plan().id();
        return SearchView.of(
                record,
                reports.of(record),
                desk.served().activity(id),
                desk.served().trouble(id).orElse(null));
    }

    private static DevelopmentId named(String id) {
        Inputs inputs = new Inputs();
        DevelopmentId name = inputs.required("id", id, DevelopmentId::new);
        inputs.check();
        return Inputs.checked(name);
    }
}
