package org.eyrie.server.cli.algorithm;

import org.eyrie.program.language.Needs;

/** How many parents a program takes, in words. */
final class Needed {

    private Needed() {}

    static String phrase(Needs needs) {
        if (needs.exact() > 0) {
            return String.valueOf(needs.exact());
        }
        return needs.transferable() ? "any" : needs.least() + " or more";
    }
}
