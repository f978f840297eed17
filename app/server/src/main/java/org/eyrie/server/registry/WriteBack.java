package org.eyrie.server.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.engine.ask.Estimate;
import org.eyrie.engine.ask.Forecast;
import org.eyrie.engine.ask.ForecastRow;
import org.eyrie.engine.ask.Predictions;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.sources.mlflow.MlflowRegistry;
import org.eyrie.sources.mlflow.PredictionTags;
import org.eyrie.task.Progress;

/**
 * Writes what the latest fit predicts for the versions of an MLflow registry back as tags of theirs. Measured scores are
 * predicted too, without that measurement: it stands beside the tag, which must not stay behind from the time before.
 */
public final class WriteBack {

    private static final int MODELS_AT_A_TIME = 1_000;

    private final PredictionTags tags;
    private final Predictions predictions;

    public WriteBack(MlflowRegistry registry, Predictions predictions) {
        this.tags = new PredictionTags(registry);
        this.predictions = predictions;
    }

    /**
     * Writes every prediction that the registry does not have yet.
     *
     * @return how many tags were set
     * @throws org.eyrie.model.NoFitException if there is no fit yet
     * @throws org.eyrie.model.RegistryUnavailableException if the registry does not answer or refuses
     */
    public int run(Progress progress) throws IOException {
        List<ModelId> versions = tags.versions(progress);
        int written = 0;
        for (int from = 0; from < versions.size(); from += MODELS_AT_A_TIME) {
            List<ModelId> some = versions.subList(from, Math.min(versions.size(), from + MODELS_AT_A_TIME));
            written += tags.write(predicted(some), progress);
        }
        return written;
    }

    private List<Prediction> predicted(List<ModelId> models) {
        List<Prediction> predicted = new ArrayList<>();
        for (ForecastRow row : predictions.ofMany(models, List.of(), true)) {
            Forecast forecast = row.forecast();
            Estimate estimate = forecast == null ? null : forecast.predicted();
            if (forecast != null && estimate != null) {
                Prediction.LeftOut same = new Prediction.LeftOut(estimate.mean(), estimate.lower(), estimate.upper());
                predicted.add(new Prediction(
                        row.model(),
                        row.benchmark(),
                        estimate.mean(),
                        estimate.lower(),
                        estimate.upper(),
                        estimate.level(),
                        forecast.fit(),
                        forecast.leftOut() ? same : null));
            }
        }
        return predicted;
    }
}
