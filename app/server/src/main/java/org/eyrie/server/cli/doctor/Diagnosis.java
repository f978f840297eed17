package org.eyrie.server.cli.doctor;

/**
 * What a check of the doctor found.
 *
 * @param check of what
 * @param works whether it does
 * @param detail what was found; never a secret
 * @param advice what to do, empty where nothing need be done
 */
record Diagnosis(String check, boolean works, String detail, String advice) {}
