package org.eyrie.server.rest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.EvaluationChoice;
import org.eyrie.engine.ask.EvaluationQuestion;
import org.eyrie.engine.ask.Screened;
import org.eyrie.engine.ask.ScreeningQuestion;
import org.eyrie.task.Progress;

/** Which of many models to evaluate, and what to evaluate next, from the latest fit. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "predictions")
final class ScreeningController {

    private final Asking asking;
    private final Answers answers;

    ScreeningController(Asking asking, Answers answers) {
        this.answers = answers;
        this.asking = asking;
    }

    /**
     * Which of many planned or unevaluated models to evaluate so that the best of them is found; nothing is written. 422
     * where nothing known says anything about any of them.
     */
    @Post("/screening")
    Screened screening(HttpRequest<?> http, @Body ScreeningRequest request) {
        ScreeningQuestion question = request.question();
        return answers.of(http, request, () -> asking.screening().ask(question, Progress.NONE));
    }

    /**
     * Which model to run on which benchmark next, by what it is expected to tell per cost: to know how good a model is, or
     * to take the best of several; nothing is written. 422 where nothing known says anything about two of these.
     */
    @Post("/next-evaluations")
    EvaluationChoice nextEvaluations(HttpRequest<?> http, @Body NextEvaluationsRequest request) {
        EvaluationQuestion question = request.question();
        return answers.of(http, request, () -> asking.nextEvaluations().ask(question));
    }
}
