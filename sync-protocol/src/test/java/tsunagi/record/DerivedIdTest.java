package tsunagi.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {
    private static final UUID TEAM = UUID.fromString("0190a1b2-0000-7000-8000-000000000001");

    /** Tablets in the field have made records under this rule: the value may never change. */
    @Test
    void of_isTheSameForEver() {
        assertThat(DerivedId.of(TEAM, 12, List.of("workshop", "participant")))
                .isEqualTo(UUID.fromString("36d8d181-2440-58c1-a45f-0f003a59e303"));
    }

    @Test
    void of_isAUuidOfVersion5() {
        UUID id = DerivedId.of(TEAM, 12, List.of("a"));

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void of_tellsPartsApart() {
        assertThat(DerivedId.of(TEAM, 12, List.of("ab", "c"))).isNotEqualTo(DerivedId.of(TEAM, 12, List.of("a", "bc")));
    }
}
