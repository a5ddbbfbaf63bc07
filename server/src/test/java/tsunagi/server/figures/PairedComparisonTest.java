package tsunagi.server.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected figures are from SciPy 1.17. */
final class PairedComparisonTest {
    private static final double[] BEFORE = {5, 3, 8, 2, 6, 7, 4, 9, 1, 5, 6, 3};
    private static final double[] AFTER = {3, 3, 7, 4, 4, 6, 4, 5, 2, 3, 5, 1};

    @Test
    void of_pairsWithTies_tellsWhatAStatisticsPackageTells() {
        PairedComparison compared = PairedComparison.of(BEFORE, AFTER);

        assertThat(compared.pairs()).isEqualTo(12);
        assertThat(compared.meanBefore()).isCloseTo(4.916667, within(1e-6));
        assertThat(compared.meanAfter()).isCloseTo(3.916667, within(1e-6));
        assertThat(compared.meanDifference()).isCloseTo(-1, within(1e-9));
        assertThat(compared.intervalFrom().orElseThrow()).isCloseTo(-2.013699, within(1e-6));
        assertThat(compared.intervalTo().orElseThrow()).isCloseTo(0.013699, within(1e-6));
        assertThat(compared.pairedT().orElseThrow()).isCloseTo(0.052663, within(1e-6));
        assertThat(compared.wilcoxon().orElseThrow()).isCloseTo(0.068826, within(1e-6));
    }

    @Test
    void of_pairsWithoutTies_hasAnExactWilcoxon() {
        double[] differences = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};

        PairedComparison compared = PairedComparison.of(new double[differences.length], differences);

        assertThat(compared.wilcoxon().orElseThrow()).isCloseTo(0.041260, within(1e-6));
        assertThat(compared.pairedT().orElseThrow()).isCloseTo(0.049703, within(1e-6));
        assertThat(compared.intervalFrom().orElseThrow()).isCloseTo(0.031193, within(1e-6));
    }

    @Test
    void of_pairsThatAllChangedAlike_saysWhatItCanAndNoMore() {
        PairedComparison compared = PairedComparison.of(new double[] {1, 2, 3}, new double[] {1, 2, 3});

        assertThat(compared.meanDifference()).isZero();
        assertThat(compared.intervalFrom()).isEmpty();
        assertThat(compared.pairedT()).isEmpty();
        assertThat(compared.wilcoxon()).isEmpty();
    }

    @Test
    void of_onePair_hasMeansAndNothingElse() {
        PairedComparison compared = PairedComparison.of(new double[] {4}, new double[] {2});

        assertThat(compared.meanDifference()).isEqualTo(-2);
        assertThat(compared.intervalFrom()).isEmpty();
        assertThat(compared.wilcoxon()).isEmpty();
    }

    @Test
    void of_scoresThatAreNoPairs_refuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> PairedComparison.of(new double[1], new double[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> PairedComparison.of(new double[0], new double[0]));
    }
}
