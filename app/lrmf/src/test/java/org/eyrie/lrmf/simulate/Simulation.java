package org.eyrie.lrmf.simulate;

import java.util.SplittableRandom;
import org.eyrie.lrmf.math.Logistic;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;

/**
 * Scores of related models with a known truth: P(success) = σ(skills · loadings + intercept).
 *
 * <p>Only skills and columns are stored; what happens in a cell is a function of seed and cell. So tables of any size
 * cost no memory until {@link #seen} writes them out, and rows can be read in any order, in parallel.
 */
public final class Simulation {

    private final LineageGraph lineage;
    private final SimulationSettings settings;
    private final Factors factors;
    private final CellRandom fate;
    private final CellRandom luck;
    private final CellRandom coldness;

    /**
     * @param lineage who was made from whom, without cycles
     * @param settings everything else
     * @throws IllegalArgumentException if the lineage has a cycle
     */
    public Simulation(LineageGraph lineage, SimulationSettings settings) {
        this.lineage = lineage;
        this.settings = settings;
        this.factors = new Factors(lineage, settings, new SplittableRandom(settings.seed()));
        this.fate = new CellRandom(settings.seed(), 1);
        this.luck = new CellRandom(settings.seed(), 2);
        this.coldness = new CellRandom(settings.seed(), 3);
    }

    public LineageGraph lineage() {
        return lineage;
    }

    public SimulationSettings settings() {
        return settings;
    }

    /** The true probability of success, before the noise of a single measurement. */
    public double probability(int model, int column) {
        return Logistic.of(factors.logit(model, column));
    }

    /** A true skill of a model, from 0 to {@code rank} - 1. */
    public double skill(int model, int skill) {
        return factors.skill(model, skill);
    }

    /** Whether none of the model's cells is seen. */
    public boolean isCold(int model) {
        return coldness.uniform(model) < settings.cold();
    }

    /** Whether the cell is measured and shown. */
    public boolean isSeen(int model, int column) {
        return fate.uniform(cell(model, column)) < settings.seen() && !isCold(model);
    }

    /** Whether the cell is measured and held out. */
    public boolean isHeldOut(int model, int column) {
        double drawn = fate.uniform(cell(model, column));
        return drawn < settings.seen() + settings.heldOut() && (drawn >= settings.seen() || isCold(model));
    }

    /** The measurement of a cell, seen or not: a share of successes. */
    public double score(int model, int column) {
        long cell = cell(model, column);
        if (settings.trials() == 1 && settings.noise() == 0) {
            return luck.uniform(cell) < probability(model, column) ? 1 : 0;
        }
        SplittableRandom random = luck.generator(cell);
        double p = Logistic.of(factors.logit(model, column) + settings.noise() * random.nextGaussian());
        int successes = 0;
        for (int trial = 0; trial < settings.trials(); trial++) {
            if (random.nextDouble() < p) {
                successes++;
            }
        }
        return (double) successes / settings.trials();
    }

    /** All cells that are shown, by model, then column: 24 bytes each. */
    public Observations seen() {
        return SimulatedCells.of(this, this::isSeen);
    }

    /** All cells that are held out, by model, then column. */
    public Observations heldOut() {
        return SimulatedCells.of(this, this::isHeldOut);
    }

    private long cell(int model, int column) {
        return (long) model * settings.columns() + column;
    }
}
