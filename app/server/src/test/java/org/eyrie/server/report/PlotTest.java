package org.eyrie.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTest {

    @ParameterizedTest
    @CsvSource({"0.23, 0.41, 0.2, 0.5", "0, 1, 0, 1", "0.3, 0.3, 0, 1", "0.31, 0.31, 0.3, 0.4", "0.95, 1, 0.9, 1"})
    void axesHaveRoomForWhatIsDrawnAndEndAtTenths(double least, double largest, double from, double to) {
        Plot plot = Plot.around(100, least, largest);
        assertThat(plot).isEqualTo(new Plot(100, from, to));
        assertThat(plot.x(to) - plot.x(from)).isEqualTo(100);
        assertThat(plot.y(from) - plot.y(to)).isEqualTo(100);
        assertThat(plot.x(least)).isBetween(plot.x(from), plot.x(largest));
    }
}
