package tsunagi.app.workshop;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import tsunagi.app.R;
import tsunagi.records.v1.CountingBasis;

/** Which figure is the number of participants, as the choices on the screen. */
final class BasisWords {
    static final List<CountingBasis> ALL = Collections.unmodifiableList(Arrays.asList(
            CountingBasis.COUNTING_BASIS_UNSPECIFIED,
            CountingBasis.COUNTING_BASIS_NAMES,
            CountingBasis.COUNTING_BASIS_TALLIES,
            CountingBasis.COUNTING_BASIS_NAMES_AND_TALLIES));

    private BasisWords() {}

    static int id(CountingBasis basis) {
        return switch (basis) {
            case COUNTING_BASIS_NAMES -> R.id.tally_basis_names;
            case COUNTING_BASIS_TALLIES -> R.id.tally_basis_tallies;
            case COUNTING_BASIS_NAMES_AND_TALLIES -> R.id.tally_basis_both;
            case COUNTING_BASIS_UNSPECIFIED, UNRECOGNIZED -> R.id.tally_basis_open;
        };
    }
}
