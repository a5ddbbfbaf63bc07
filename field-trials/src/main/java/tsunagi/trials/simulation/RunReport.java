package tsunagi.trials.simulation;

import java.util.List;

/**
 * What came of one run.
 *
 * @param findings what does not hold; empty when all is well
 */
public record RunReport(long seed, int steps, int saved, int lost, int doubled, int conflicts, List<String> findings) {
    public RunReport {
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return findings.isEmpty();
    }
}
