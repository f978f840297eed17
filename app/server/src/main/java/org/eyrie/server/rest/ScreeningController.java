package org.eyrie.server.rest;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Screened;
import org.eyrie.task.Progress;

/** Which of many models to evaluate, from the latest fit. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "predictions")
final class ScreeningController {

    private final Asking asking;

    ScreeningController(Asking asking) {
        this.asking = asking;
    }

    /**
     * Which of many planned or unevaluated models to evaluate so that the best of them is found; nothing is written. 422
     * where nothing known says anything about any of them.
     */
    @Post("/screening")
    Screened screening(@Body ScreeningRequest request) {
        return asking.screening().ask(request.question(), Progress.NONE);
    }
}
