package tsunagi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the schemas of this module to what they promise. */
final class OurSchemaTest {
    private static final Schema CURRENT = Schema.ofResource("/current.binpb");

    static Stream<SchemaRule> rules() {
        return Stream.of(
                new CommentRule(), new EnumRule(), new RecordFieldRule(), new MergePolicyRule(), new RecordTypeRule());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void schema_keeps(SchemaRule rule) {
        assertThat(rule.complaints(CURRENT)).isEmpty();
    }

    @Test
    void schema_isUnderstoodByWhoeverHasTheOneLastReleased() {
        assertThat(WireCompatibility.breaks(Schema.ofResource("/released.binpb"), CURRENT))
                .as("what would break the tablets and servers already in the field")
                .isEmpty();
    }
}
