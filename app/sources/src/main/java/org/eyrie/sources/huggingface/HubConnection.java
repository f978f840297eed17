package org.eyrie.sources.huggingface;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.http.Call;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.Credentials;
import org.eyrie.sources.http.JsonBody;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.http.RateWindow;
import org.eyrie.sources.http.Reach;
import org.eyrie.sources.http.Reply;
import org.eyrie.sources.http.Secret;
import org.eyrie.task.Progress;

/**
 * Where the Hub is and who asks it.
 *
 * @param endpoint its address, without a slash at the end
 * @param token whose limits and permissions apply, empty for anybody's
 * @param reach the servers that may be contacted
 */
public record HubConnection(URI endpoint, Optional<Secret> token, Reach reach) {

    /** The Hub itself. */
    public static final URI HUB = URI.create("https://huggingface.co");

    /** Where the Hub sends those who ask for a large file. */
    public static final List<URI> FILE_SERVERS = List.of(
            URI.create("https://cas-bridge.xethub.hf.co"),
            URI.create("https://cdn-lfs.hf.co"),
            URI.create("https://cdn-lfs-us-1.hf.co"),
            URI.create("https://cdn-lfs.huggingface.co"));

    /** The Hub's own limits for five minutes, by its documentation; what it says in its answers counts as well. */
    public static final int ANONYMOUS = 500;

    private static final int WITH_TOKEN = 1_000;

    /**
     * The Hub as its own clients find it: {@code HF_ENDPOINT}, else the Hub; {@code HF_TOKEN}, else nobody.
     *
     * @param fileServers further servers that files may be redirected to, from the configuration; usually none,
     *     because the small files read here come from the Hub itself
     * @throws IllegalArgumentException if an address is none
     */
    public static HubConnection of(Map<String, String> environment, List<URI> fileServers) {
        String configured = environment.getOrDefault("HF_ENDPOINT", "").strip();
        URI endpoint = configured.isEmpty() ? HUB : URI.create(configured.replaceAll("/+$", ""));
        Reach reach = configured.isEmpty() ? Reach.builtIn(HUB) : Reach.configured(endpoint);
        for (URI server : fileServers) {
            reach = reach.and(Reach.configured(server));
        }
        return new HubConnection(endpoint, Secret.ofNullable(environment.get("HF_TOKEN")), reach);
    }

    /**
     * Opens nothing yet.
     *
     * @param cache folder for files that never change, because their revision is part of their address
     */
    public Hub open(ClientSettings settings, Path cache) {
        return new Hub(endpoint, client(settings), new HubCache(cache, HubCache.USUAL_SIZE));
    }

    /**
     * Asks whether the Hub answers, and whether it takes the token.
     *
     * @return its answer in words, without the token or whose it is
     * @throws RegistryUnavailableException if it does not, with what to do
     */
    public String check(ClientSettings settings, Progress progress) throws IOException {
        PoliteClient client = client(settings);
        Call list = Call.get(URI.create(endpoint + "/api/models?limit=1"));
        Reply models = client.send(list, progress);
        if (models.status() == 401 && token.isPresent()) {
            throw new RegistryUnavailableException(
                    "The Hub does not take HF_TOKEN: make a new one in its settings", null);
        }
        if (models.status() != 200
                || !JsonBody.parse(list.toString(), models.body()).isArray()) {
            throw new RegistryUnavailableException(
                    list + " was answered with " + models.status() + ". Is this the address of a Hub?", null);
        }
        if (token.isEmpty()) {
            return "answers, without a token";
        }
        return switch (client.send(Call.get(URI.create(endpoint + "/api/whoami-v2")), progress)
                .status()) {
            case 200 -> "answers and takes HF_TOKEN";
            case 401, 403 ->
                throw new RegistryUnavailableException(
                        "The Hub does not take HF_TOKEN: make a new one in its settings", null);
            default -> "answers; whether HF_TOKEN is good it does not say";
        };
    }

    private PoliteClient client(ClientSettings settings) {
        Credentials credentials = token.isPresent() ? new Credentials.Bearer(token.get()) : Credentials.NONE;
        return new PoliteClient(
                endpoint,
                reach,
                credentials,
                new RateWindow(token.isPresent() ? WITH_TOKEN : ANONYMOUS, Duration.ofMinutes(5)),
                settings);
    }
}
