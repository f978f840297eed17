package org.eyrie.lrmf.learning;

import java.util.List;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.posterior.Exactness;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.SharedPart;

/**
 * Outcome of a global fit.
 *
 * @param shared what families need to be solved on their own
 * @param models posterior of all models of the problem
 * @param trace penalised log-evidence at every sweep, never falling
 * @param stopReason why it ended
 * @param logLikelihood log-evidence of the measured logits under the fit
 * @param exactness what was approximated because the graph is too large or too tangled
 */
public record FitResult(
        SharedPart shared,
        FamilyPosterior models,
        List<Double> trace,
        StopReason stopReason,
        double logLikelihood,
        Exactness exactness) {}
