package org.eyrie.store.row;

import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.neo4j.driver.types.MapAccessor;

/** A prediction as statements take and give it. */
public final class PredictionRow {

    private PredictionRow() {}

    public static Map<String, Object> of(Prediction prediction) {
        Map<String, Object> properties = Map.of(
                "mean", prediction.mean(),
                "lower", prediction.lower(),
                "upper", prediction.upper(),
                "level", prediction.level(),
                "fit", prediction.fit().value());
        return Map.of(
                "model", prediction.model().value(),
                "benchmark", prediction.benchmark().value(),
                "prediction", properties);
    }

    public static Prediction read(MapAccessor row) {
        return new Prediction(
                new ModelId(row.get("model").asString()),
                new BenchmarkId(row.get("benchmark").asString()),
                row.get("mean").asDouble(),
                row.get("lower").asDouble(),
                row.get("upper").asDouble(),
                row.get("level").asDouble(),
                new FitId(row.get("fit").asString()));
    }
}
