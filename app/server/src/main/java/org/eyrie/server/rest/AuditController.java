package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.eyrie.model.access.AuditEntry;
import org.eyrie.server.stores.Session;

/** Who wrote what over the network. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "access")
final class AuditController {

    private final Session session;

    AuditController(Session session) {
        this.session = session;
    }

    /**
     * Who wrote what, the last first; needs the scope admin where tokens were given out.
     *
     * @param limit how many at most, 1 to 500
     */
    @Get("/audit{?limit}")
    List<AuditEntry> audit(
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500")) @Nullable String limit) {
        Inputs inputs = new Inputs();
        int length = inputs.number("limit", limit, 1, Pages.MOST, Pages.USUAL);
        inputs.check();
        return session.access().record(length);
    }
}
