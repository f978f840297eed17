package org.eyrie.lrmf.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class FieldSolverTest {

    private static final int D = 2;

    @Property(tries = 60)
    void itsPosteriorIsTheDenseOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int nodes) {
        Strengths strengths = strengths(new Random(seed), 2);
        PenaltyTerms terms = tree(new Random(seed), nodes);
        NodeEvidence evidence = evidence(seed, nodes);
        Dense dense = new Dense(terms, nodes, strengths, evidence);

        FieldPosterior posterior = new FieldSolver(FieldStructure.whole(terms, nodes, nodes, D))
                .solve(strengths, evidence, null)
                .orElseThrow();

        assertThat(posterior.mean()).containsExactly(dense.mean, within(1e-8));
        double[] block = new double[D * D];
        for (int i = 0; i < nodes; i++) {
            posterior.covariance().read(i, i, block, 0);
            for (int r = 0; r < D; r++) {
                for (int c = 0; c < D; c++) {
                    assertThat(block[r * D + c]).isCloseTo(dense.covariance.get(i * D + r, i * D + c), within(1e-8));
                }
            }
        }
    }

    @Property(tries = 40)
    void driftsAreWhereTheEvidenceIsHighest(@ForAll long seed, @ForAll @IntRange(min = 3, max = 12) int nodes) {
        Strengths strengths = strengths(new Random(seed), 2);
        PenaltyTerms terms = tree(new Random(seed), nodes);
        NodeEvidence evidence = evidence(seed, nodes);
        double[] prior = {2, 0, 0, 2, 2, 0, 0, 2};
        FieldStructure system = FieldStructure.whole(terms, nodes, nodes, D);
        FieldPosterior best = new FieldSolver(system)
                .solveWithFixedEffects(strengths, evidence, prior, null)
                .orElseThrow();
        double top = penalised(best);

        for (int k = 0; k < 2 * D; k++) {
            for (double step : new double[] {-1e-2, 1e-2}) {
                double[] moved = best.strengths().drift().clone();
                moved[k] += step;
                FieldPosterior other = new FieldSolver(system)
                        .solve(strengths.withDrift(moved), evidence, null)
                        .orElseThrow();
                assertThat(penalised(other)).isLessThan(top);
            }
        }
    }

    private static double penalised(FieldPosterior posterior) {
        double sum = posterior.logEvidence();
        for (double drift : posterior.strengths().drift()) {
            sum -= drift * drift;
        }
        return sum;
    }

    @Test
    void anOverwhelmingStrengthMakesAChildLikeItsParent() {
        PenaltyTerms terms = new PenaltyTerms.Builder(2, 0)
                .term(0, 1)
                .add(0, 1)
                .term(1, 1)
                .add(1, 1)
                .add(0, -1)
                .build();
        NodeEvidence parentOnly = (node, precision, po, shift, so) -> {
            if (node == 0) {
                precision[po] += 10;
                shift[so] += 7;
            }
        };
        Strengths strong = new Strengths(1, new double[][] {{1}, {1e-9}}, new double[2][0], new double[0]);

        double[] mean = new FieldSolver(FieldStructure.whole(terms, 2, 2, 1))
                .solve(strong, parentOnly, null)
                .orElseThrow()
                .mean();

        assertThat(mean[1]).isCloseTo(mean[0], within(1e-6)).isCloseTo(7.0 / 11, within(1e-6));
    }

    @Test
    void withoutKinshipAChildDoesNotFeelItsParent() {
        PenaltyTerms terms =
                Laplacian.of(2, new int[] {0}, new int[] {1}, new double[] {0}).terms();
        PenaltyTerms.Builder own =
                new PenaltyTerms.Builder(1, 0).term(0, 1).add(0, 1).term(0, 1).add(1, 1);
        NodeEvidence parentOnly = (node, precision, po, shift, so) -> shift[so] += node == 0 ? 7 : 0;
        Strengths unit = new Strengths(1, new double[][] {{1}}, new double[1][0], new double[0]);

        double[] mean = new FieldSolver(FieldStructure.whole(own.build(), 2, 2, 1))
                .solve(unit, parentOnly, null)
                .orElseThrow()
                .mean();

        assertThat(terms.count()).isZero();
        assertThat(mean).containsExactly(7, 0);
    }

    @Test
    void aNodeThatHangsOnNothingIsAnAnswerNotACrash() {
        PenaltyTerms terms =
                Laplacian.of(3, new int[] {0}, new int[] {1}, new double[] {1}).terms();
        Strengths unit = new Strengths(1, new double[][] {{1}}, new double[1][0], new double[0]);

        assertThat(new FieldSolver(FieldStructure.whole(terms, 3, 3, 1)).solve(unit, NodeEvidence.NONE, null))
                .isEmpty();
    }

    /** Every node has one term of its own on up to two earlier nodes, with pulls and drifts. */
    private static PenaltyTerms tree(Random random, int nodes) {
        PenaltyTerms.Builder terms = new PenaltyTerms.Builder(2, 1);
        for (int u = 0; u < nodes; u++) {
            terms.term(u == 0 ? 0 : random.nextInt(2), 0.5 + random.nextDouble())
                    .add(u, 1);
            for (int k = 0; k < Math.min(u, 2); k++) {
                int parent = random.nextInt(u);
                terms.add(parent, -0.5).pull(0, parent, -0.5);
            }
            terms.drift(u % 2, 1 + 0.5 * (u % 3));
        }
        return terms.build();
    }

    private static Strengths strengths(Random random, int drifts) {
        double[][] covariance = {{1, 0.3, 0.3, 0.5}, {0.2, -0.1, -0.1, 0.4}};
        double[] drift = random.doubles((long) drifts * D, -1, 1).toArray();
        return new Strengths(D, covariance, new double[][] {{0.1, 0.2}, {0.3, -0.1}}, drift);
    }

    private static NodeEvidence evidence(long seed, int nodes) {
        double[] h = new Random(seed).doubles((long) nodes * D, -2, 2).toArray();
        return (node, precision, po, shift, so) -> {
            if (node % 3 != 1) {
                for (int i = 0; i < D; i++) {
                    precision[po + i * D + i] += 1.5;
                    shift[so + i] += h[node * D + i];
                }
            }
        };
    }

    /** The same by dense matrices, from the definition of a term. */
    private static final class Dense {

        final DMatrixRMaj covariance;
        final double[] mean;

        Dense(PenaltyTerms terms, int nodes, Strengths strengths, NodeEvidence evidence) {
            int n = nodes * D;
            DMatrixRMaj q = new DMatrixRMaj(n, n);
            DMatrixRMaj h = new DMatrixRMaj(n, 1);
            for (int f = 0; f < terms.count(); f++) {
                int k = terms.classOf(f);
                DMatrixRMaj c = new DMatrixRMaj(D, n);
                DMatrixRMaj o = new DMatrixRMaj(D, 1);
                for (int e = terms.start[f]; e < terms.start[f + 1]; e++) {
                    for (int i = 0; i < D; i++) {
                        c.add(
                                i,
                                terms.node[e] * D + i,
                                terms.base[e] - strengths.pull()[k][i] * terms.pull[0][e]);
                    }
                }
                for (int e = terms.driftStart[f]; e < terms.driftStart[f + 1]; e++) {
                    for (int i = 0; i < D; i++) {
                        o.add(i, 0, terms.driftWeight[e] * strengths.drift()[terms.drift[e] * D + i]);
                    }
                }
                DMatrixRMaj lambda = DMatrixRMaj.wrap(D, D, strengths.covariance()[k].clone());
                CommonOps_DDRM.invert(lambda);
                CommonOps_DDRM.scale(terms.weight[f], lambda);
                DMatrixRMaj lambdaC = new DMatrixRMaj(D, n);
                CommonOps_DDRM.mult(lambda, c, lambdaC);
                CommonOps_DDRM.multAddTransA(c, lambdaC, q);
                CommonOps_DDRM.multAddTransA(lambdaC, o, h);
            }
            for (int u = 0; u < nodes; u++) {
                double[] p = new double[D * D];
                evidence.addTo(u, p, 0, h.getData(), u * D);
                for (int i = 0; i < D * D; i++) {
                    q.add(u * D + i / D, u * D + i % D, p[i]);
                }
            }
            covariance = new DMatrixRMaj(n, n);
            CommonOps_DDRM.invert(q, covariance);
            DMatrixRMaj m = new DMatrixRMaj(n, 1);
            CommonOps_DDRM.mult(covariance, h, m);
            mean = m.getData();
        }
    }
}
