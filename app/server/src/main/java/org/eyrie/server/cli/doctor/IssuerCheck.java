package org.eyrie.server.cli.doctor;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.access.Issuer;
import org.eyrie.server.access.IssuerSettings;
import org.eyrie.server.out.Plural;

/** Looks at the issuer whose signed tokens {@code eyrie serve} would take; at nothing where the environment names none. */
final class IssuerCheck {

    private static final String CHECK = "issuer";

    private IssuerCheck() {}

    static Optional<Diagnosis> finding(Map<String, String> environment) {
        try {
            return IssuerSettings.of(environment).map(IssuerCheck::asked);
        } catch (InvalidInputException faults) {
            return Optional.of(
                    new Diagnosis(CHECK, false, "eyrie serve would not start", String.valueOf(faults.getMessage())));
        }
    }

    private static Diagnosis asked(IssuerSettings settings) {
        try {
            int keys = Issuer.countKeys(settings);
            return new Diagnosis(
                    CHECK,
                    keys > 0,
                    settings.issuer() + " has " + Plural.of(keys, "key") + " that sign" + (keys == 1 ? "s" : ""),
                    keys > 0 ? "" : "No token of its can be checked: is it the issuer of access tokens?");
        } catch (IOException e) {
            return new Diagnosis(
                    CHECK,
                    false,
                    settings.issuer() + " does not tell its keys",
                    e.getMessage()
                            + ". Until it does, its tokens are refused with 503; those of eyrie token are taken.");
        }
    }
}
