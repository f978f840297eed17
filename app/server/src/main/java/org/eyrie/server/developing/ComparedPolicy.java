package org.eyrie.server.developing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.develop.policy.SearchPolicy;
import org.eyrie.develop.proposing.GrammarProposer;
import org.eyrie.model.Fault;
import org.eyrie.model.development.ProgramProposer;

/**
 * A policy as a comparison is asked for it. A name may be followed by {@code :unlearned}, which makes its proposer draw from
 * the grammar as it is.
 *
 * @param text as it was asked for
 * @param name of the policy
 * @param learns whether its proposer learns from outcomes
 */
public record ComparedPolicy(String text, String name, boolean learns) {

    private static final String UNLEARNED = ":unlearned";

    /**
     * Those of these that there are.
     *
     * @param faults gets one of each that is none
     */
    public static List<ComparedPolicy> of(List<String> texts, Consumer<Fault> faults) {
        List<ComparedPolicy> policies = new ArrayList<>();
        for (String text : texts) {
            boolean learns = !text.endsWith(UNLEARNED);
            String name = learns ? text : text.substring(0, text.length() - UNLEARNED.length());
            Optional<SearchPolicy> known = SearchPolicies.find(name);
            if (known.isEmpty()) {
                faults.accept(
                        SearchPolicies.unknown(name, ", and each of them with " + UNLEARNED + " behind its name"));
            } else {
                policies.add(new ComparedPolicy(text, name, learns));
            }
        }
        return policies;
    }

    SearchPolicy policy() {
        return SearchPolicies.named(name);
    }

    ProgramProposer proposer() {
        return learns ? GrammarProposer.learning() : GrammarProposer.unlearned();
    }
}
