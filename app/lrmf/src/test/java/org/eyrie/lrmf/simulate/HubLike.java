package org.eyrie.lrmf.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;

/**
 * A lineage with the skewness of a public hub. Models appear one after the other; a parent is mostly one that others were
 * made from already, so that few have thousands of children and most have none; authors have the more models the more they
 * have. A merge's parents are of one architecture and size. Three models of a hundred are of another architecture or
 * size than their parents; of a quarter the architecture, of half the size, of some the type is unknown.
 *
 * @param lineage relations {@link #FINETUNE} to {@link #ADAPTER}; parents have smaller indices than children
 * @param traits architecture, size, type, author, series, chat template, words and day
 */
public record HubLike(LineageGraph lineage, ModelTraits traits) {

    public static final int FINETUNE = 0;
    public static final int MERGE = 1;
    public static final int QUANTIZED = 2;
    public static final int ADAPTER = 3;

    private static final double[] SIZES = {0.1, 0.5, 0.8, 1.5, 2, 3, 4, 7, 8, 9, 12, 14, 24, 32, 70};
    private static final int ARCHITECTURES = 30;
    private static final int SERIES = 300;
    private static final int TYPES = 6;
    private static final int WORDS = 21;
    private static final double STRAY = 0.03;
    private static final double NO_ARCHITECTURE = 0.25;
    private static final double NO_SIZE = 0.5;
    private static final double NEW_AUTHOR = 0.21;
    private static final double FURTHER_PARENT = 0.38;
    private static final int MOST_PARENTS = 15;
    private static final double KEPT_SERIES = 0.7;
    private static final double WORD = 0.3;
    private static final double TEMPLATE_KNOWN = 0.4;
    private static final int FIRST_DAY = 19_000;
    private static final double DAYS = 1000;
    /** Chance that something may be made of a model, by relation, founders last. */
    private static final double[] ELIGIBLE = {0.1, 0.1, 0.01, 0.004, 0.15};

    /**
     * Draws a lineage.
     *
     * @param seed equal seeds give equal lineages
     */
    public static HubLike draw(int models, HubShape shape, long seed) {
        return new Drawing(models, shape, seed).draw();
    }

    /** A lineage in the making. */
    private static final class Drawing {

        private final int models;
        private final HubShape shape;
        private final SplittableRandom random;
        private final EdgeBuilder edges;
        /** Parents as often as something was made of them. */
        private int[] used = new int[16];

        private int uses;
        private final Members eligible;
        private final int[] architecture;
        private final int[] size;
        private final int[] author;
        private final int[] series;
        private int authors;

        Drawing(int models, HubShape shape, long seed) {
            this.models = models;
            this.shape = shape;
            this.random = new SplittableRandom(seed);
            this.edges = new EdgeBuilder(models);
            this.eligible = new Members(1 + ARCHITECTURES * SIZES.length);
            architecture = new int[models];
            size = new int[models];
            author = new int[models];
            series = new int[models];
        }

        HubLike draw() {
            for (int u = 0; u < models; u++) {
                int how = u == 0 || random.nextDouble() >= shape.derived() ? ELIGIBLE.length - 1 : derive(u);
                if (how == ELIGIBLE.length - 1) {
                    architecture[u] = skewed(ARCHITECTURES);
                    size[u] = random.nextInt(SIZES.length);
                    series[u] = skewed(SERIES);
                }
                author[u] = random.nextDouble() < NEW_AUTHOR || u == 0 ? authors++ : author[random.nextInt(u)];
                if (u == 0 || random.nextDouble() < ELIGIBLE[how]) {
                    eligible.add(0, u);
                    eligible.add(kind(u), u);
                }
            }
            return new HubLike(edges.build(4), traits());
        }

        private int kind(int u) {
            return 1 + architecture[u] * SIZES.length + size[u];
        }

        private int derive(int u) {
            if (random.nextDouble() < shape.star() / shape.derived()) {
                link(u, 0, FINETUNE);
                inherit(u, 0);
                return FINETUNE;
            }
            int parent = parent();
            inherit(u, parent);
            double drawn = random.nextDouble();
            if (drawn < shape.merge()) {
                link(u, parent, MERGE);
                merge(u, parent);
                return MERGE;
            }
            drawn -= shape.merge();
            int how = drawn < shape.quantized()
                    ? QUANTIZED
                    : drawn < shape.quantized() + shape.adapter() ? ADAPTER : FINETUNE;
            link(u, parent, how);
            return how;
        }

        /** One more parent, and with a chance of three eighths another, and so on: of the first one's kind, if it has others. */
        private void merge(int u, int parent) {
            int kind = kind(parent);
            if (eligible.count(kind) < 2) {
                return;
            }
            int more = 1;
            while (random.nextDouble() < FURTHER_PARENT && more < MOST_PARENTS - 1) {
                more++;
            }
            for (int k = 0; k < more; k++) {
                edges.addUnlessKnown(u, eligible.any(kind, random), MERGE);
            }
        }

        private int parent() {
            return uses > 0 && random.nextDouble() < shape.linked()
                    ? used[random.nextInt(uses)]
                    : eligible.any(0, random);
        }

        private void link(int child, int parent, int how) {
            edges.add(child, parent, how);
            if (uses == used.length) {
                used = Arrays.copyOf(used, 2 * uses);
            }
            used[uses++] = parent;
        }

        private void inherit(int u, int parent) {
            architecture[u] = random.nextDouble() < STRAY / 2 ? skewed(ARCHITECTURES) : architecture[parent];
            size[u] = random.nextDouble() < STRAY / 2 ? random.nextInt(SIZES.length) : size[parent];
            series[u] = random.nextDouble() < KEPT_SERIES ? series[parent] : skewed(SERIES);
        }

        /** The smaller, the likelier. */
        private int skewed(int count) {
            return (int) (count * Math.pow(random.nextDouble(), 3));
        }

        private ModelTraits traits() {
            int[] unknown = new int[models];
            Arrays.fill(unknown, -1);
            int[] type = new int[models];
            int[] template = new int[models];
            double[] billions = new double[models];
            double[] day = new double[models];
            int[][] words = new int[models][];
            int[] known = architecture.clone();
            for (int u = 0; u < models; u++) {
                type[u] = random.nextDouble() < shape.unlabelled() ? -1 : skewed(TYPES);
                template[u] = random.nextDouble() < TEMPLATE_KNOWN ? random.nextInt(2) : -1;
                words[u] = random.nextDouble() < WORD ? new int[] {random.nextInt(WORDS)} : new int[0];
                day[u] = FIRST_DAY + DAYS * u / models;
                known[u] = random.nextDouble() < NO_ARCHITECTURE ? -1 : architecture[u];
                billions[u] = random.nextDouble() < NO_SIZE ? Double.NaN : SIZES[size[u]];
            }
            return new ModelTraits(
                    known, type, author, unknown, template, unknown.clone(), billions, day, series, words);
        }
    }
}
