package org.eyrie.program.mergekit;

/** Part of a program that no method of mergekit does; the message says which and why. */
final class NoCounterpart extends Exception {

    private static final long serialVersionUID = 1;

    NoCounterpart(String reason) {
        super(reason);
    }
}
