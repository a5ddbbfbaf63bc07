package tsunagi.server.console.sheet;

import tsunagi.server.sheet.Certificate;

/**
 * A certificate ready to print.
 *
 * @param all everything that could be certified, to choose from
 * @param certificate what is certified
 * @param isOne whether one deed was chosen
 */
public record CertificatePaper(
        Certificate all, Certificate certificate, boolean isOne, String fiscalYear, String team, String printedOn) {
    /** What fits on one page. */
    public static final int DEEDS_MAX = 12;

    public int leftOut() {
        return Math.max(0, certificate.deeds().size() - DEEDS_MAX);
    }
}
