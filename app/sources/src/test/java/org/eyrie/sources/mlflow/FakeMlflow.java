package org.eyrie.sources.mlflow;

import java.io.IOException;
import java.util.Random;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.Credentials;
import org.eyrie.sources.http.HttpLimits;
import org.eyrie.sources.http.LocalServer;
import org.eyrie.sources.http.StoppedTime;

/** A server that says of MLflow's endpoints what a test wants it to. */
final class FakeMlflow implements AutoCloseable {

    static final String API = "/api/2.0/mlflow/";

    private final LocalServer server = new LocalServer();
    private final StoppedTime time = new StoppedTime();

    FakeMlflow() throws IOException {
        models("");
    }

    LocalServer server() {
        return server;
    }

    StoppedTime time() {
        return time;
    }

    FakeMlflow models(String registeredModels) {
        server.onJson(API + "registered-models/search", "{\"registered_models\":[" + registeredModels + "]}");
        return this;
    }

    FakeMlflow versions(String... versions) {
        server.onJson(API + "model-versions/search", "{\"model_versions\":[" + String.join(",", versions) + "]}");
        return this;
    }

    /** The same answer for every run. */
    FakeMlflow run(String status, String metrics, String params) {
        server.onJson(
                API + "runs/get",
                "{\"run\":{\"info\":{\"status\":\"" + status + "\"},\"data\":{\"metrics\":[" + metrics
                        + "],\"params\":[" + params + "]}}}");
        return this;
    }

    /** One experiment, by whatever name it is asked for, and its runs. */
    FakeMlflow experiment(String id, String... runs) {
        server.onJson(API + "experiments/get-by-name", "{\"experiment\":{\"experiment_id\":\"" + id + "\"}}");
        server.onJson(API + "runs/search", "{\"runs\":[" + String.join(",", runs) + "]}");
        return this;
    }

    static String version(String name, String version, String more) {
        return "{\"name\":\"" + name + "\",\"version\":\"" + version + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    static String tags(String... keysAndValues) {
        StringBuilder tags = new StringBuilder("\"tags\":[");
        for (int at = 0; at < keysAndValues.length; at += 2) {
            tags.append(at == 0 ? "" : ",")
                    .append("{\"key\":\"")
                    .append(keysAndValues[at])
                    .append("\",\"value\":\"")
                    .append(keysAndValues[at + 1].replace("\"", "\\\""))
                    .append("\"}");
        }
        return tags.append("]").toString();
    }

    MlflowRegistry registry() {
        return registry(Credentials.NONE);
    }

    MlflowRegistry registry(Credentials credentials) {
        return new MlflowConnection(server.uri(""), credentials)
                .open(new ClientSettings(HttpLimits.DEFAULT.withAttempts(2), time, time, new Random(1)));
    }

    @Override
    public void close() {
        server.close();
    }
}
