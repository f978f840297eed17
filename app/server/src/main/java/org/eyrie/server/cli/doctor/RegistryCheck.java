package org.eyrie.server.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eyrie.model.EyrieException;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.cli.registry.MlflowAddress;
import org.eyrie.server.cli.registry.RegistryOptions;
import org.eyrie.server.registry.Network;
import org.eyrie.sources.http.Secret;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/** Looks at the registries and webhooks that the environment configures; at nothing that it does not. */
final class RegistryCheck {

    private static final String ENDPOINT = "HF_ENDPOINT";
    private static final String TOKEN = "HF_TOKEN";

    /** Where {@code eyrie import mlflow} looks if it is not told. */
    private static final String TRACKING = "MLFLOW_TRACKING_URI";

    private final Network network;
    private final Map<String, String> environment;

    RegistryCheck(Network network) {
        this.network = network.impatient();
        this.environment = network.environment();
    }

    List<Diagnosis> findings() {
        List<Diagnosis> findings = new ArrayList<>();
        if (isSet(ENDPOINT) || isSet(TOKEN)) {
            String where = isSet(ENDPOINT) ? ENDPOINT : TOKEN;
            findings.add(asked("hub", where, network::checkHub));
        }
        if (isSet(RegistryOptions.MLFLOW_URI)) {
            findings.add(asked("mlflow", RegistryOptions.MLFLOW_URI, () -> askMlflow(RegistryOptions.MLFLOW_URI)));
        } else if (environment.getOrDefault(TRACKING, "").strip().startsWith("http")) {
            // It may also name a folder, which is MLflow's own business.
            findings.add(asked("mlflow", TRACKING, () -> askMlflow(TRACKING)));
        }
        webhook(findings, "mlflow webhook", RegistryOptions.MLFLOW_SECRET, isSet(RegistryOptions.MLFLOW_URI));
        webhook(findings, "hub webhook", RegistryOptions.HUB_SECRET, false);
        return findings;
    }

    /** A question to a server. */
    @FunctionalInterface
    private interface Question {
        String ask() throws IOException;
    }

    private String askMlflow(String variable) throws IOException {
        network.mlflow(MlflowAddress.of(variable, environment.getOrDefault(variable, "")))
                .check(Progress.NONE);
        return "answers";
    }

    // What a refused address looks like is not repeated: people put passwords into addresses.
    private static Diagnosis asked(String check, String variable, Question question) {
        try {
            return new Diagnosis(check, true, question.ask(), "");
        } catch (EyrieException | CancelledException | IOException e) {
            return new Diagnosis(check, false, "does not answer", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | WrongUseException e) {
            return new Diagnosis(
                    check,
                    false,
                    variable + " cannot be used",
                    "Write an address such as https://host:port, without a user name, and secrets on one line.");
        }
    }

    private void webhook(List<Diagnosis> findings, String check, String variable, boolean expected) {
        if (isSet(variable)) {
            findings.add(new Diagnosis(
                    check,
                    isSecret(variable),
                    "its secret is set",
                    isSecret(variable) ? "" : variable + " holds control characters: set it anew."));
        } else if (expected) {
            findings.add(
                    new Diagnosis(check, true, "closed", "Polling works without. To open it, set " + variable + "."));
        }
    }

    private boolean isSecret(String variable) {
        try {
            return Secret.ofNullable(environment.get(variable)).isPresent();
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
