package org.eyrie.store.row;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.MapAccessor;

/** A prediction as statements take and give it. */
public final class PredictionRow {

    private PredictionRow() {}

    public static Map<String, Object> of(Prediction prediction) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "mean", prediction.mean(),
                "lower", prediction.lower(),
                "upper", prediction.upper(),
                "level", prediction.level(),
                "fit", prediction.fit().value()));
        Prediction.LeftOut leftOut = prediction.leftOut();
        if (leftOut != null) {
            properties.put("left_out_mean", leftOut.mean());
            properties.put("left_out_lower", leftOut.lower());
            properties.put("left_out_upper", leftOut.upper());
        }
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
                new FitId(row.get("fit").asString()),
                leftOut(row));
    }

    private static Prediction.@Nullable LeftOut leftOut(MapAccessor row) {
        return row.get("left_out_mean").isNull()
                ? null
                : new Prediction.LeftOut(
                        row.get("left_out_mean").asDouble(),
                        row.get("left_out_lower").asDouble(),
                        row.get("left_out_upper").asDouble());
    }
}
