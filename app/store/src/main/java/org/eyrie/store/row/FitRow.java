package org.eyrie.store.row;

import java.time.ZoneOffset;
import java.util.Map;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.Payload;
import org.neo4j.driver.types.MapAccessor;

/** A fit as statements take and give it. */
public final class FitRow {

    private FitRow() {}

    public static Map<String, Object> of(Fit fit) {
        Map<String, Object> properties = Map.of(
                "created_at", fit.createdAt().atZone(ZoneOffset.UTC),
                "settings", fit.settings(),
                "seed", fit.seed(),
                "data_fingerprint", fit.dataFingerprint(),
                "data_version", fit.dataVersion(),
                "log_likelihood", fit.logLikelihood(),
                "stop_reason", fit.stopReason(),
                "shared", fit.shared().bytes());
        return Map.of("id", fit.id().value(), "properties", properties);
    }

    public static Fit read(MapAccessor row) {
        return new Fit(
                new FitId(row.get("id").asString()),
                row.get("created_at").asZonedDateTime().toInstant(),
                row.get("settings").asString(),
                row.get("seed").asLong(),
                row.get("data_fingerprint").asString(),
                row.get("data_version").asLong(),
                row.get("log_likelihood").asDouble(),
                row.get("stop_reason").asString(),
                Payload.of(row.containsKey("shared") ? row.get("shared").asByteArray() : new byte[0]));
    }
}
