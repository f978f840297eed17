package org.eyrie.lrmf.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;

/**
 * Random lineage: models appear one after the other, each a founder, or fine-tuned from one earlier model, or merged
 * from two to four earlier ones of the same architecture. A child has the architecture and size of its (first) parent,
 * and a later day of publication. Nothing else is known of the models.
 *
 * @param lineage two relations, {@link #FINETUNE} and {@link #MERGE}; parents have smaller indices than children
 * @param traits architecture, size and day
 */
public record RandomFamilies(LineageGraph lineage, ModelTraits traits) {

    /** Code of fine-tuning in the lineage. */
    public static final int FINETUNE = 0;

    /** Code of merging in the lineage. */
    public static final int MERGE = 1;

    private static final int MOST_PARENTS = 4;
    private static final double[] SIZES = {1, 3, 7, 8, 14, 32, 70};
    private static final int ARCHITECTURES = 5;
    private static final int FIRST_DAY = 19_000;
    private static final long DAYS = 1000;

    /**
     * Draws families.
     *
     * @param models number of models
     * @param founders chance that a model has no parents
     * @param merges chance that a model with parents has more than one of them
     * @param seed equal seeds give equal families
     */
    public static RandomFamilies draw(int models, double founders, double merges, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EdgeBuilder edges = new EdgeBuilder(models);
        Members kin = new Members(ARCHITECTURES);
        int[] architecture = new int[models];
        double[] size = new double[models];
        double[] day = new double[models];
        for (int model = 0; model < models; model++) {
            day[model] = FIRST_DAY + DAYS * model / models;
            if (model == 0 || random.nextDouble() < founders) {
                architecture[model] = random.nextInt(ARCHITECTURES);
                size[model] = SIZES[random.nextInt(SIZES.length)];
            } else {
                int parent = random.nextInt(model);
                architecture[model] = architecture[parent];
                size[model] = size[parent];
                if (kin.count(architecture[parent]) < 2 || random.nextDouble() >= merges) {
                    edges.add(model, parent, FINETUNE);
                } else {
                    addMerged(model, parent, architecture[parent], kin, edges, random);
                }
            }
            kin.add(architecture[model], model);
        }
        return new RandomFamilies(edges.build(), traits(architecture, size, day));
    }

    private static void addMerged(
            int model, int parent, int architecture, Members kin, EdgeBuilder edges, SplittableRandom random) {
        int parents = Math.min(kin.count(architecture), 2 + random.nextInt(MOST_PARENTS - 1));
        edges.add(model, parent, MERGE);
        while (edges.parentsOfLast() < parents) {
            edges.addUnlessKnown(model, kin.any(architecture, random), MERGE);
        }
    }

    private static ModelTraits traits(int[] architecture, double[] size, double[] day) {
        int[] unknown = new int[architecture.length];
        Arrays.fill(unknown, -1);
        return new ModelTraits(architecture, unknown, unknown, unknown, unknown, unknown, size, day);
    }
}
