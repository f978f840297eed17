package org.eyrie.server.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.eyrie.model.development.ProgramProposer;
import org.eyrie.sources.gguf.GgufDownload;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.HttpLimits;
import org.eyrie.sources.http.Pauses;
import org.eyrie.sources.http.Secret;
import org.eyrie.sources.huggingface.Hub;
import org.eyrie.sources.huggingface.HubConnection;
import org.eyrie.sources.kubeflow.KubeflowConnection;
import org.eyrie.sources.kubeflow.KubeflowRegistry;
import org.eyrie.sources.mlflow.MlflowConnection;
import org.eyrie.sources.mlflow.MlflowRegistry;
import org.eyrie.sources.openllm.ContentsDownload;
import org.eyrie.sources.proposing.ChatProposer;
import org.eyrie.sources.proposing.LanguageGuide;
import org.eyrie.sources.proposing.ModelEndpoint;
import org.eyrie.sources.proposing.ServerKind;
import org.eyrie.sources.text.Input;
import org.eyrie.task.Progress;

/**
 * How other servers are reached. Every address here comes from a command line or the environment, never from data.
 *
 * @param environment holds the secrets, by the names that each registry's own clients use
 */
public record Network(
        Map<String, String> environment, HttpLimits limits, Clock clock, Pauses pauses, RandomGenerator random) {

    /** Of language models: proposals should differ. */
    private static final double TEMPERATURE = 1;

    /** Tokens; a program has some 100. */
    private static final int LONGEST_ANSWER = 8_000;

    public static Network of(Map<String, String> environment, Clock clock) {
        return new Network(environment, HttpLimits.DEFAULT, clock, Pauses.REAL, new SecureRandom());
    }

    /** The same, for finding out who answers: asks once and does not wait long. */
    public Network impatient() {
        return new Network(
                environment, limits.withAttempts(1).withAnswer(Duration.ofSeconds(10)), clock, pauses, random);
    }

    /**
     * Asks whether the Hub, or the mirror that the environment names, answers.
     *
     * @return its answer in words
     * @throws IllegalArgumentException if the environment names an address or a token that is none
     */
    public String checkHub() throws IOException {
        return hub().check(settings(), Progress.NONE);
    }

    /**
     * A Kubeflow Model Registry.
     *
     * @throws IllegalArgumentException if the address is none of such
     */
    public KubeflowRegistry kubeflow(URI address) {
        return KubeflowConnection.of(address, environment).open(settings());
    }

    /**
     * An MLflow tracking server.
     *
     * @throws IllegalArgumentException if the address is none of such
     */
    public MlflowRegistry mlflow(URI address) {
        return MlflowConnection.of(address, environment).open(settings());
    }

    /**
     * The Hub, or the mirror that the environment names.
     *
     * @param cache folder for what never changes
     * @throws IllegalArgumentException if the environment names an address that is none
     */
    public Hub hub(Path cache) {
        return hub().open(settings(), cache);
    }

    /**
     * A language model that writes programs. It may take its time: ten minutes an answer.
     *
     * @param guide the language that it is to write
     * @param progress asked whether to go on waiting
     * @throws IllegalArgumentException if the address is none of such
     */
    public ProgramProposer proposer(
            URI address, String model, ServerKind kind, LanguageGuide guide, Progress progress) {
        ModelEndpoint endpoint = new ModelEndpoint(
                address,
                model,
                kind,
                Secret.ofNullable(environment.get(ModelEndpoint.KEY_VARIABLE)),
                TEMPERATURE,
                LONGEST_ANSWER);
        return new ChatProposer(
                endpoint,
                guide,
                new ClientSettings(limits.withAnswer(Duration.ofMinutes(10)), clock, pauses, random),
                progress);
    }

    /** The beginning of a remote file, in pieces as they are read. */
    public Input gguf(URI address, Progress progress) {
        return GgufDownload.of(address, hub(), settings(), progress);
    }

    /** A remote table, whole. */
    public Input table(URI address, Progress progress) throws IOException {
        return ContentsDownload.fetch(address, settings(), progress);
    }

    private ClientSettings settings() {
        return new ClientSettings(limits, clock, pauses, random);
    }

    private HubConnection hub() {
        return HubConnection.of(environment, List.of());
    }
}
