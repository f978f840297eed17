package org.eyrie.sources.huggingface;

import java.util.Optional;
import org.eyrie.sources.http.JsonBody;
import org.eyrie.sources.http.Secret;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells deliveries of the Hub from forged ones, by the secret that both share and that each delivery carries. The Hub
 * signs nothing and numbers nothing, so a repeated delivery cannot be told: an event only says what to look up again.
 */
public final class HubWebhook {

    /** The header that carries the secret. */
    public static final String SECRET = "X-Webhook-Secret";

    private static final int MAX_BODY = 1 << 20;

    private final Secret secret;

    public HubWebhook(Secret secret) {
        this.secret = secret;
    }

    /**
     * What happened.
     *
     * @param action such as {@code update}
     * @param scope such as {@code repo.content}
     * @param repoType such as {@code model}
     * @param repoName such as {@code owner/name}, a name on the Hub
     * @param headSha the newest revision, or null
     */
    public record Event(
            String action,
            String scope,
            String repoType,
            String repoName,
            @Nullable String headSha) {}

    /** Whether a delivery carries the secret; to be asked before its body is read. */
    public boolean isGenuine(@Nullable String header) {
        return secret.matches(header);
    }

    /**
     * The event in the body of a genuine delivery; empty where it is not about a name on the Hub.
     *
     * @throws UnreadableException if the body is not the Hub's
     */
    public Optional<Event> read(byte[] body) throws UnreadableException {
        if (body.length > MAX_BODY) {
            throw new UnreadableException(
                    org.eyrie.sources.spi.Place.of("webhook"), "The body is longer than " + MAX_BODY + " bytes");
        }
        AnswerFields fields = AnswerFields.of("webhook", JsonBody.parse("webhook", body));
        AnswerFields event = fields.object("event");
        AnswerFields repo = fields.object("repo");
        if (event == null || repo == null) {
            throw new UnreadableException(
                    org.eyrie.sources.spi.Place.of("webhook"), "\"event\" or \"repo\" is missing");
        }
        String name = repo.required("name");
        Event found = new Event(
                event.required("action"), event.required("scope"), repo.required("type"), name, repo.text("headSha"));
        return HubId.of(name).map(id -> found);
    }
}
