/**
 * Answers as pages that can be sent, kept and printed: one file each, no script, nothing fetched. Knows what experiments,
 * predictions, screenings and searches showed; nothing knows it but the command line.
 *
 * <ol>
 *   <li>{@link org.eyrie.server.report.BacktestReport} writes the page; {@code Markup} the elements, escaped.
 *   <li>{@code CalibrationChart} and {@code ScatterChart} draw within a {@code Plot}; {@code BandTable} is a table of
 *       figures by something that cells have in common.
 *   <li>{@link org.eyrie.server.report.PredictionReport}, {@link org.eyrie.server.report.ScreeningReport} and
 *       {@link org.eyrie.server.report.FinalistsReport} are about answers: scores drawn on a {@code ScoreAxis}, and
 *       {@link org.eyrie.server.report.Why} each is predicted so.
 *   <li>{@code report/report.css} is the looks of it.
 * </ol>
 */
@NullMarked
package org.eyrie.server.report;

import org.jspecify.annotations.NullMarked;
