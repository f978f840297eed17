package org.eyrie.server.rest;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.job.Job;
import org.eyrie.server.job.Jobs;
import org.eyrie.server.registry.HubEvents;
import org.eyrie.server.registry.MlflowFollower;
import org.eyrie.server.registry.Registries;
import org.eyrie.sources.huggingface.HubWebhook;
import org.eyrie.sources.mlflow.MlflowWebhook;
import org.eyrie.sources.spi.UnreadableException;

/**
 * What registries tell of their own accord. A delivery says only that something is worth a look: facts are read from
 * the registry that the service was configured with, never from the delivery.
 */
@Controller(Api.V1 + "/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "webhooks")
final class WebhookController {

    private final Registries registries;
    private final Jobs jobs;

    WebhookController(Registries registries, Jobs jobs) {
        this.registries = registries;
        this.jobs = jobs;
    }

    /**
     * From MLflow: the next poll is now. 401 where the signature or the time is wrong, 409 for a delivery that was here
     * before.
     */
    @Post("/mlflow")
    @Consumes(MediaType.ALL)
    @ApiResponse(responseCode = "202", description = "The registry will be read")
    HttpResponse<?> mlflow(@Parameter(hidden = true) HttpRequest<?> request, @Body byte[] body) {
        HttpHeaders headers = request.getHeaders();
        MlflowWebhook webhook = registries.mlflowWebhook();
        MlflowFollower follower = registries.mlflow();
        if (webhook == null || follower == null) {
            throw notListening("EYRIE_MLFLOW_WEBHOOK_SECRET and EYRIE_MLFLOW_URI");
        }
        return switch (webhook.judge(
                headers.get(MlflowWebhook.SIGNATURE),
                headers.get(MlflowWebhook.DELIVERY_ID),
                headers.get(MlflowWebhook.TIMESTAMP),
                body)) {
            case GENUINE -> {
                follower.hasten();
                yield HttpResponse.accepted();
            }
            case INCOMPLETE, FORGED, STALE ->
                throw new HttpStatusException(HttpStatus.UNAUTHORIZED, "This delivery is not genuine, or too old.");
            case REPEATED -> throw new HttpStatusException(HttpStatus.CONFLICT, "This delivery was here before.");
            case TOO_MANY -> throw new HttpStatusException(HttpStatus.TOO_MANY_REQUESTS, "Too many deliveries.");
        };
    }

    /** From the Hub: the model that it tells of is read again, as a job. 401 where the secret is wrong. */
    @Post("/huggingface")
    @Consumes(MediaType.ALL)
    @ApiResponse(responseCode = "202", description = "Queued")
    @ApiResponse(responseCode = "204", description = "Nothing to do")
    HttpResponse<Job> huggingFace(@Parameter(hidden = true) HttpRequest<?> request, @Body byte[] body) {
        HubWebhook webhook = registries.hubWebhook();
        if (webhook == null) {
            throw notListening("EYRIE_HUB_WEBHOOK_SECRET");
        }
        if (!webhook.isGenuine(request.getHeaders().get(HubWebhook.SECRET))) {
            throw new HttpStatusException(HttpStatus.UNAUTHORIZED, "This delivery does not carry the secret.");
        }
        Optional<String> model = HubEvents.model(read(webhook, body));
        if (model.isEmpty()) {
            return HttpResponse.noContent();
        }
        Job job = jobs.submit(HubEvents.KIND, model.get(), model.get());
        return HttpResponse.<Job>accepted().body(job);
    }

    private static Optional<HubWebhook.Event> read(HubWebhook webhook, byte[] body) {
        try {
            return webhook.read(body);
        } catch (UnreadableException e) {
            throw new InvalidInputException("The delivery", List.of(new Fault("body", String.valueOf(e.getMessage()))));
        }
    }

    private static HttpStatusException notListening(String variables) {
        return new HttpStatusException(
                HttpStatus.NOT_FOUND,
                "Nothing is taken from there: the service was started without " + variables + ".");
    }
}
