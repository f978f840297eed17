package org.eyrie.server.cli.develop;

import java.util.List;
import java.util.Optional;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.FailedRun;

/** A candidate by the beginning of its id. */
final class CandidateChoice {

    private CandidateChoice() {}

    static Contender of(Contenders contenders, String beginning, DevelopmentId search) {
        String wanted = beginning.startsWith("alg:") ? beginning : "alg:" + beginning;
        List<Contender> found = contenders.all().stream()
                .filter(contender -> contender.program().startsWith(wanted))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        Optional<FailedRun> failed = contenders.record().failures().stream()
                .filter(failure -> failure.program().startsWith(wanted))
                .findFirst();
        if (found.isEmpty() && failed.isPresent()) {
            throw new InvalidInputException(
                    "search " + search,
                    List.of(new Fault(
                            beginning,
                            "its run failed, and it is no candidate any more: "
                                    + failed.get().reason())));
        }
        String reason = found.isEmpty()
                ? "no candidate has that id; those of the best are shown by: eyrie develop best " + search
                : found.size() + " candidates have ids that begin so; write more of it";
        throw new InvalidInputException("search " + search, List.of(new Fault(beginning, reason)));
    }
}
