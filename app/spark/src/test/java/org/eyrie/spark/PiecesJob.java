package org.eyrie.spark;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.eyrie.lrmf.learning.PosteriorWorld;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.parts.PartsHere;
import org.eyrie.lrmf.parts.SpreadParts;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.statistics.FieldInPieces;
import org.eyrie.lrmf.statistics.PartByPart;
import org.eyrie.lrmf.statistics.PartPlan;
import org.eyrie.lrmf.statistics.SharedParameters;
import org.eyrie.task.Progress;

/** A few sweeps of learning a field in pieces, wherever these lie: to be submitted. */
public final class PiecesJob {

    private static final int SWEEPS = 3;
    private static final int PIECES = 6;

    private PiecesJob() {}

    /** Writes what it found to the file that is named, on executors of whoever submits this. */
    public static void main(String[] arguments) throws IOException {
        try (SparkSession session = SparkSession.builder().getOrCreate()) {
            JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
            Files.write(Path.of(arguments[0]), found(world(), plans -> SparkParts.of(spark, plans)));
        }
    }

    static PosteriorWorld world() {
        return PosteriorWorld.drawn("hub", 3_000, 3, 7);
    }

    static byte[] foundHere() {
        return found(world(), PartsHere::new);
    }

    /** Means, statistics, evidence and movement of every sweep. */
    static byte[] found(PosteriorWorld world, Function<List<PartPlan>, SpreadParts<PartPlan>> where) {
        FieldInPieces plan = FieldInPieces.of(world.structure(), world.cells(), PIECES);
        PartByPart engine = new PartByPart(
                where.apply(plan.plans()).allBecome(0, (part, nothing) -> part.analysed()),
                plan.shared(),
                world.prior().effects(),
                Progress.NONE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            SharedParameters parameters = world.parameters();
            PartByPart.Posteriors before = engine.at(parameters, null).orElseThrow();
            for (int sweep = 1; sweep <= SWEEPS; sweep++) {
                System.out.println("sweep " + sweep);
                out.write(engine.statistics(before).toBytes());
                for (double[] means : engine.means(before)) {
                    for (double mean : means) {
                        out.writeDouble(mean);
                    }
                }
                PartByPart.Posteriors now =
                        engine.at(world.next(engine, before), before).orElseThrow();
                out.writeDouble(now.logEvidence());
                out.writeDouble(engine.squaredMovement(before, now, new ScoreScale(LrmfSettings.DEFAULT.margin())));
                before = now;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
