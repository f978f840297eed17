package org.eyrie.sources.gguf;

import java.net.URI;
import java.time.Duration;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.Credentials;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.http.RangeStream;
import org.eyrie.sources.http.RateWindow;
import org.eyrie.sources.http.Reach;
import org.eyrie.sources.huggingface.HubConnection;
import org.eyrie.sources.text.Input;
import org.eyrie.task.Progress;

/** A GGUF file behind an address that a person named; as much of it is fetched as is read, which is its header. */
public final class GgufDownload {

    private GgufDownload() {}

    /**
     * The file.
     *
     * @param address from the command line or the configuration, never from data
     * @param hub gets its token where the address is its own, and no other server does
     * @throws IllegalArgumentException if the address is none of HTTP
     */
    public static Input of(URI address, HubConnection hub, ClientSettings settings, Progress progress) {
        Reach reach = Reach.configured(address);
        for (URI server : HubConnection.FILE_SERVERS) {
            reach = reach.and(Reach.builtIn(server));
        }
        PoliteClient client = new PoliteClient(
                hub.endpoint(),
                reach,
                hub.token().<Credentials>map(Credentials.Bearer::new).orElse(Credentials.NONE),
                new RateWindow(HubConnection.ANONYMOUS, Duration.ofMinutes(5)),
                settings);
        return RangeStream.input(client, address, progress);
    }
}
