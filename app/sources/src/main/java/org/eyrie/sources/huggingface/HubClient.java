package org.eyrie.sources.huggingface;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.Place;
import org.eyrie.sources.UnreadableException;
import org.eyrie.sources.http.Answer;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.tree.Json;

/** The few questions that the Hub is asked. */
final class HubClient {

    /** What a name on the Hub looks like. Nothing else becomes part of an address. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][\\w.-]{0,95}(/[A-Za-z0-9][\\w.-]{0,95})?");

    private static final String EXPAND = "?expand[]=baseModels&expand[]=cardData&expand[]=tags&expand[]=sha"
            + "&expand[]=safetensors&expand[]=evalResults&expand[]=config&expand[]=createdAt";
    private static final int MAX_PAGES = 1_000;
    private static final Set<Integer> OUT_OF_REACH = Set.of(401, 403, 404, 410, 451);

    private final PoliteClient client;
    private final ObjectMapper mapper = new ObjectMapper();

    HubClient(PoliteClient client) {
        this.client = client;
    }

    /** Whether the Hub can be asked about a model of that name. */
    static boolean canAsk(ModelId id) {
        return NAME.matcher(id.value()).matches() && !id.value().contains("..");
    }

    /**
     * What the Hub says of a model; empty where there is none, or none for us.
     *
     * @throws RegistryUnavailableException if the Hub does not answer as documented
     */
    Optional<HubModel> model(ModelId id) {
        Answer answer = client.get(
                client.at("/api/models/" + id + EXPAND.replace("[", "%5B").replace("]", "%5D")), Map.of());
        if (OUT_OF_REACH.contains(answer.status())) {
            return Optional.empty();
        }
        checkOk(answer);
        try {
            return Optional.of(HubModel.of(id, Json.object(Place.of(answer.uri().toString()), answer.text())));
        } catch (UnreadableException e) {
            throw notAsDocumented(answer, e);
        }
    }

    /** The text of a file of a model; empty where there is none, or none for us. */
    Optional<String> file(ModelId id, String revision, String file) {
        String encoded = URLEncoder.encode(revision, StandardCharsets.UTF_8);
        Answer answer = client.get(client.at("/" + id + "/resolve/" + encoded + "/" + file), Map.of());
        if (OUT_OF_REACH.contains(answer.status())) {
            return Optional.empty();
        }
        checkOk(answer);
        return Optional.of(answer.text());
    }

    /** Models that name this one as their parent, in the order of the Hub, so many at most. */
    Set<ModelId> children(ModelId id, int limit) {
        Set<ModelId> children = new LinkedHashSet<>();
        Set<URI> asked = new HashSet<>();
        String filter = URLEncoder.encode("base_model:" + id, StandardCharsets.UTF_8);
        Optional<URI> page = Optional.of(client.at("/api/models?filter=" + filter + "&limit=100"));
        while (page.isPresent() && children.size() < limit) {
            if (!asked.add(page.get()) || asked.size() > MAX_PAGES) {
                throw new RegistryUnavailableException(
                        page.get() + " was listed before: the registry's pages lead in a circle", null);
            }
            Answer answer = client.get(page.get(), Map.of());
            checkOk(answer);
            for (Object entry : list(answer)) {
                if (entry instanceof Map<?, ?> map && map.get("id") instanceof String name) {
                    ModelId child = new ModelId(name);
                    if (canAsk(child) && children.size() < limit) {
                        children.add(child);
                    }
                }
            }
            page = answer.next();
        }
        return children;
    }

    private List<?> list(Answer answer) {
        try {
            return mapper.readValue(answer.text(), List.class);
        } catch (JsonProcessingException e) {
            throw notAsDocumented(answer, e);
        }
    }

    private static void checkOk(Answer answer) {
        if (!answer.isOk()) {
            throw new RegistryUnavailableException(
                    answer.uri() + " answers with status " + answer.status() + ", which is not expected there", null);
        }
    }

    private static RegistryUnavailableException notAsDocumented(Answer answer, Exception cause) {
        return new RegistryUnavailableException(
                answer.uri() + " does not answer as documented: " + cause.getMessage(), cause);
    }
}
