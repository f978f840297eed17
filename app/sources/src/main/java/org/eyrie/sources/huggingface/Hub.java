package org.eyrie.sources.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.http.BodyTooLongException;
import org.eyrie.sources.http.Call;
import org.eyrie.sources.http.JsonBody;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.http.Reply;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of the Hub that are needed here.
 *
 * <p>Every method throws {@link RegistryUnavailableException} if the Hub does not answer, and
 * {@link UnreadableException} if its answer is not the Hub's.
 */
public final class Hub {

    private static final int PAGE = 100;
    private static final int MAX_RECIPE = 1 << 20;

    private static final String EXPANDED = Stream.of(
                    "baseModels",
                    "cardData",
                    "config",
                    "createdAt",
                    "evalResults",
                    "lastModified",
                    "model-index",
                    "safetensors",
                    "sha",
                    "tags")
            .map(field -> "expand%5B%5D=" + field)
            .collect(Collectors.joining("&"));

    private final URI endpoint;
    private final PoliteClient client;
    private final HubCache cache;

    Hub(URI endpoint, PoliteClient client, HubCache cache) {
        this.endpoint = endpoint;
        this.client = client;
        this.cache = cache;
    }

    URI endpoint() {
        return endpoint;
    }

    /** What a look-up yields. */
    sealed interface Answer {}

    /** The model. */
    record Found(HubModel model) implements Answer {}

    /**
     * Nothing that we may see.
     *
     * @param status 401, 403, 404 or 410
     */
    record Hidden(int status) implements Answer {

        String explanation() {
            return switch (status) {
                case 401, 403 -> "is gated or private: set HF_TOKEN to the token of somebody who may read it";
                default -> "is not on the Hub, or private";
            };
        }
    }

    /**
     * Looks a model up.
     *
     * @param revision a branch, tag or commit; null for the newest
     */
    Answer find(HubId id, @Nullable String revision, Progress progress) throws IOException {
        String at = revision == null ? "" : "/revision/" + encoded(revision);
        Call call = Call.get(URI.create(endpoint + "/api/models/" + id + at + "?" + EXPANDED));
        Reply reply = client.send(call, progress);
        return switch (reply.status()) {
            case 200 -> new Found(HubModel.of(call.toString(), JsonBody.parse(call.toString(), reply.body())));
            case 401, 403, 404, 410 -> new Hidden(reply.status());
            default -> throw unexpected(call, reply);
        };
    }

    /**
     * Models that name this one as a parent, in the Hub's order.
     *
     * @param limit how many at most
     */
    List<HubId> children(HubId id, int limit, Progress progress) throws IOException {
        List<HubId> children = new ArrayList<>();
        Set<URI> asked = new HashSet<>();
        Optional<URI> next = Optional.of(URI.create(
                endpoint + "/api/models?filter=" + encoded("base_model:" + id) + "&limit=" + Math.min(PAGE, limit)));
        while (next.isPresent() && children.size() < limit) {
            if (!asked.add(next.get())) {
                throw new UnreadableException(
                        Place.of(endpoint + " children of " + id), "The pages never end: the server repeats itself");
            }
            Call call = Call.get(next.get());
            Reply reply = client.send(call, progress);
            if (reply.status() != 200) {
                throw unexpected(call, reply);
            }
            JsonNode page = JsonBody.parse(call.toString(), reply.body());
            if (!page.isArray()) {
                throw new UnreadableException(Place.of(call.toString()), "A list of models was expected");
            }
            for (JsonNode each : page) {
                HubId.of(AnswerFields.of(call.toString(), each).required("id")).ifPresent(children::add);
            }
            next = reply.next();
        }
        return children.size() <= limit ? children : children.subList(0, limit);
    }

    /** A small text file of a model at a revision; empty where it has none, or none that we may see. */
    Optional<String> file(HubId id, String revision, String path, Progress progress) throws IOException {
        Optional<byte[]> kept = cache.find(id, revision, path);
        byte[] bytes = kept.isPresent() ? kept.get() : fetch(id, revision, path, progress);
        return bytes.length == 0 ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private byte[] fetch(HubId id, String revision, String path, Progress progress) throws IOException {
        Call call = Call.get(URI.create(endpoint + "/" + id + "/resolve/" + encoded(revision) + "/" + path))
                .withHeader("Accept", "*/*")
                .withMaxBody(MAX_RECIPE);
        try {
            Reply reply = client.send(call, progress);
            if (reply.status() != 200 && reply.status() != 404) {
                return new byte[0];
            }
            byte[] bytes = reply.status() == 200 ? reply.body() : new byte[0];
            cache.keep(id, revision, path, bytes);
            return bytes;
        } catch (BodyTooLongException e) {
            throw new UnreadableException(
                    Place.of(call.toString()), "It is longer than the " + MAX_RECIPE + " bytes that are accepted");
        }
    }

    private static RegistryUnavailableException unexpected(Call call, Reply reply) {
        return new RegistryUnavailableException(
                call + " was answered with " + reply.status() + ". Is this the address of a Hub?", null);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
