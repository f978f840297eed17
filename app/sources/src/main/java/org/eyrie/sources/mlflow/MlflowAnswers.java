package org.eyrie.sources.mlflow;

import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.http.Call;
import org.eyrie.sources.http.JsonBody;
import org.eyrie.sources.http.Reply;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.spi.UnreadableException;

/** Puts MLflow's errors, {@code {"error_code": ..., "message": ...}}, into words for a person. */
final class MlflowAnswers {

    private MlflowAnswers() {}

    static RegistryUnavailableException refused(Call call, Reply reply) {
        String advice =
                switch (reply.status()) {
                    case 401 -> ". Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN";
                    case 403 -> ". The user lacks the permission";
                    case 404 -> ". Is this the address of an MLflow server?";
                    default -> "";
                };
        return new RegistryUnavailableException(
                call + " was answered with " + reply.status() + explanation(reply) + advice, null);
    }

    private static String explanation(Reply reply) {
        try {
            AnswerFields error = AnswerFields.of("error", JsonBody.parse("error", reply.body()));
            return ": " + error.required("error_code") + " "
                    + Text.quoted(error.text("message") == null ? "" : error.required("message"));
        } catch (UnreadableException e) {
            return "";
        }
    }
}
