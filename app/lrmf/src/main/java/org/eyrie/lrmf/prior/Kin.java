package org.eyrie.lrmf.prior;

import java.util.Arrays;
import org.eyrie.lrmf.problem.ModelTraits;

/**
 * Architecture and rounded size of every model, taken from relatives where the model itself says nothing: the children's
 * most frequent architecture and median size, else the parents'.
 */
final class Kin {

    /** How far word of mouth goes, in derivations. */
    private static final int ROUNDS = 4;

    /** Logarithm of how many times larger an alike model may be. */
    private static final double SIZE_LEEWAY = Math.log(1.2);

    final int[] architecture;
    final int[] size;

    private Kin(int[] architecture, int[] size) {
        this.architecture = architecture;
        this.size = size;
    }

    static Kin of(ModelTraits traits, Parentage parentage) {
        return of(traits, parentage, 0);
    }

    /** @param planned how many models, the first, say nothing of their parents, since they do not exist */
    static Kin of(ModelTraits traits, Parentage parentage, int planned) {
        int n = traits.models();
        int[][] parents = new int[n][];
        int[] degree = new int[n];
        for (int u = 0; u < n; u++) {
            parents[u] = new int[parentage.count(u)];
            for (int k = 0; k < parents[u].length; k++) {
                parents[u][k] = parentage.parent(u, k);
                degree[parents[u][k]] += u < planned ? 0 : 1;
            }
        }
        int[][] children = new int[n][];
        for (int u = 0; u < n; u++) {
            children[u] = new int[degree[u]];
        }
        for (int u = planned; u < n; u++) {
            for (int p : parents[u]) {
                children[p][--degree[p]] = u;
            }
        }
        return spread(traits, parents, children);
    }

    private static Kin spread(ModelTraits traits, int[][] parents, int[][] children) {
        int[] architecture = traits.architecture().clone();
        double[] size = traits.parametersBillions().clone();
        for (int round = 0; round < ROUNDS; round++) {
            int[] knownArchitecture = architecture.clone();
            double[] knownSize = size.clone();
            for (int u = 0; u < architecture.length; u++) {
                if (architecture[u] < 0) {
                    int found = mostFrequent(children[u], knownArchitecture, traits.moe());
                    architecture[u] = found >= 0 ? found : mostFrequent(parents[u], knownArchitecture, new int[0]);
                }
                if (!(size[u] > 0)) {
                    double found = median(children[u], knownSize);
                    size[u] = found > 0 ? found : median(parents[u], knownSize);
                }
            }
        }
        return new Kin(architecture, Arrays.stream(size).mapToInt(Kin::sizeCode).toArray());
    }

    /** Whether two models may well be of one build: of one architecture and, but for a fifth, one size, as far as known. */
    boolean areAlike(int u, int v) {
        if (architecture[u] >= 0 && architecture[v] >= 0 && architecture[u] != architecture[v]) {
            return false;
        }
        return size[u] < 0 || size[v] < 0 || Math.abs(Math.log((double) size[u] / size[v])) <= SIZE_LEEWAY;
    }

    /** Tenths of a billion parameters, at least one, full billions from 1.75 on; -1 where unknown. */
    static int sizeCode(double billions) {
        if (!(billions > 0)) {
            return -1;
        }
        return billions >= 1.75 ? (int) Math.round(billions) * 10 : Math.max(1, (int) Math.round(billions * 10));
    }

    /** Children that are mixtures of experts are made of several models of another architecture: they have no vote. */
    private static int mostFrequent(int[] relatives, int[] architecture, int[] moe) {
        int[] votes = Arrays.stream(relatives)
                .filter(r -> architecture[r] >= 0 && (moe.length == 0 || moe[r] != 1))
                .map(r -> architecture[r])
                .sorted()
                .toArray();
        int best = -1;
        int bestRun = 0;
        int run = 0;
        for (int v = 0; v < votes.length; v++) {
            run = v > 0 && votes[v] == votes[v - 1] ? run + 1 : 1;
            if (run > bestRun) {
                bestRun = run;
                best = votes[v];
            }
        }
        return best;
    }

    private static double median(int[] relatives, double[] size) {
        double[] known = Arrays.stream(relatives)
                .mapToDouble(r -> size[r])
                .filter(s -> s > 0)
                .sorted()
                .toArray();
        return known.length == 0 ? Double.NaN : (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
    }
}
