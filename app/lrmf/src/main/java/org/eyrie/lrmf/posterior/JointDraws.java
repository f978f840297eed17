package org.eyrie.lrmf.posterior;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eyrie.lrmf.linalg.FactorDraws;
import org.eyrie.lrmf.math.RandomStreams;
import org.eyrie.lrmf.math.TicketPool;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.task.Progress;

/**
 * Draws from the joint posterior of some models: the shared nodes first, then the family given them, both by backward
 * solutions of their factors. So what candidates have in common (parents, clades, authors) errs in common.
 *
 * <p>Each chunk of {@link FactorDraws#WIDTH} draws has a stream of its own: neither the number of threads nor the number of
 * chunks changes a draw.
 */
final class JointDraws {

    /** Pairs of opposite draws: standard errors of probabilities stay below .008. */
    static final int PAIRS = 2048;

    private static final long SEED = 20_640_229;

    private static final int WIDTH = FactorDraws.WIDTH;

    private final FamilyPosterior family;
    private final int[] models;
    private final WantedColumns wanted;
    private final FactorDraws inner;
    private final int[] edge;
    private final int[] sharedNumber;
    private final FactorDraws outer;
    private final double[][] mean;

    JointDraws(FamilyPosterior family, int[] models, WantedColumns wanted) {
        this.family = family;
        this.models = models;
        this.wanted = wanted;
        inner = FactorDraws.of(family.posterior.factor(), models);
        edge = inner.boundary();
        SharedNodes nodes = family.shared.nodes;
        int first = family.posterior.system().inner();
        sharedNumber = Arrays.stream(edge)
                .map(node -> nodes.dictionary.numberOf(family.field.shared().get(node - first)))
                .toArray();
        outer = FactorDraws.of(nodes.factor, sharedNumber);
        mean = Arrays.stream(models)
                .mapToObj(model -> family.own(model, new int[0]).mean())
                .toArray(double[][]::new);
    }

    /** @param pairs number of pairs of opposite draws, a multiple of {@link FactorDraws#WIDTH} */
    ScoreDraws scores(int pairs, Progress progress) {
        float[][] truth = new float[models.length][2 * pairs];
        float[][] measured = new float[models.length][2 * pairs];
        TicketPool.common().run(pairs / WIDTH, progress, run -> {
            Workspace space = new Workspace(outer.length(), inner.length());
            return chunk -> {
                SplittableRandom random = RandomStreams.of(SEED, chunk);
                deviations(random, space);
                for (int k = 0; k < models.length; k++) {
                    write(k, random, space, truth[k], measured[k], chunk * WIDTH);
                }
                return true;
            };
        });
        return new ScoreDraws(truth, measured);
    }

    /** What one thread needs. */
    private static final class Workspace {

        final double[] shared;
        final double[] free;

        Workspace(int shared, int free) {
            this.shared = new double[shared];
            this.free = new double[free];
        }
    }

    /** The models' numbers around their means, of one chunk. */
    private void deviations(SplittableRandom random, Workspace space) {
        outer.draw(random, space.shared);
        int length = family.shared.columns.d() * WIDTH;
        for (int k = 0; k < edge.length; k++) {
            System.arraycopy(space.shared, outer.offset(sharedNumber[k]), space.free, inner.offset(edge[k]), length);
        }
        inner.draw(random, space.free);
    }

    /** One model's scores in a chunk's draws, and in those opposite to them. */
    private void write(int k, SplittableRandom random, Workspace space, float[] truth, float[] measured, int first) {
        ColumnParameters columns = family.shared.columns;
        ScoreScale scale = family.shared.scale();
        int d = columns.d();
        int opposite = truth.length / 2;
        int offset = inner.offset(models[k]);
        for (int w = 0; w < WIDTH; w++) {
            double up = 0;
            double down = 0;
            double upMeasured = 0;
            double downMeasured = 0;
            for (int j = 0; j < wanted.column().length; j++) {
                int column = wanted.column()[j];
                double expected = columns.predict(column, mean[k], 0);
                double step = 0;
                for (int i = 0; i < d; i++) {
                    step += columns.loading()[column * d + i] * space.free[offset + i * WIDTH + w];
                }
                double noise = Math.sqrt(columns.noise()[column]) * random.nextGaussian();
                double weight = wanted.weight()[j];
                up += weight * scale.score(expected + step);
                down += weight * scale.score(expected - step);
                upMeasured += weight * scale.score(expected + step + noise);
                downMeasured += weight * scale.score(expected - step - noise);
            }
            truth[first + w] = (float) up;
            truth[opposite + first + w] = (float) down;
            measured[first + w] = (float) upMeasured;
            measured[opposite + first + w] = (float) downMeasured;
        }
    }
}
