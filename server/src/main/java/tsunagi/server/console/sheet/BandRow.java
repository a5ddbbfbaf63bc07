package tsunagi.server.console.sheet;

import java.util.List;
import java.util.Optional;
import tsunagi.server.sheet.ScaleOnWall.Band;

/** One band of answers, with a dot for everybody, before and now. */
public record BandRow(Band band, Optional<PeopleRow> before, PeopleRow now) {
    public static final int WIDTH = 110;

    private static final int IN_A_ROW = 12;

    public static List<BandRow> of(List<Band> bands) {
        return bands.stream()
                .map(band ->
                        new BandRow(band, band.before().map(people -> row(people, 0)), row(band.now(), band.now())))
                .toList();
    }

    private static PeopleRow row(long people, long full) {
        return PeopleRow.of(full, people, IN_A_ROW, (double) WIDTH / IN_A_ROW);
    }
}
