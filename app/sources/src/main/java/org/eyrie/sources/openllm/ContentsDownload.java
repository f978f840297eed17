package org.eyrie.sources.openllm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.http.Call;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.Credentials;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.http.RateWindow;
import org.eyrie.sources.http.Reach;
import org.eyrie.sources.http.Reply;
import org.eyrie.sources.huggingface.HubConnection;
import org.eyrie.sources.text.Input;
import org.eyrie.task.Progress;

/** Fetches the table from an address that a person named, once, and holds it in memory. */
public final class ContentsDownload {

    private static final int MAX_BYTES = 64 << 20;

    private ContentsDownload() {}

    /**
     * The file behind an address.
     *
     * @param address from the command line or the configuration, never from data
     * @throws RegistryUnavailableException if it cannot be had
     */
    public static Input fetch(URI address, ClientSettings settings, Progress progress) throws IOException {
        Reach reach = Reach.configured(address);
        for (URI server : HubConnection.FILE_SERVERS) {
            reach = reach.and(Reach.builtIn(server));
        }
        PoliteClient client = new PoliteClient(
                address,
                reach,
                Credentials.NONE,
                RateWindow.unbounded(),
                settings.withLimits(settings.limits().withAnswer(Duration.ofMinutes(5))));
        Call call = Call.get(address).withHeader("Accept", "*/*").withMaxBody(MAX_BYTES);
        Reply reply = client.send(call, progress);
        if (!reply.isSuccess()) {
            throw new RegistryUnavailableException(call + " was answered with " + reply.status(), null);
        }
        byte[] body = reply.body();
        return new Input(call.toString().substring("GET ".length()), body.length, () -> new ByteArrayInputStream(body));
    }
}
