package tsunagi.trials.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tsunagi.records.v1.Visit;

final class VisitRecordsTest {
    private static final int COUNT = 1000;

    @Test
    void visit_whenSeedAndNumberAreTheSame_isTheSame() {
        assertThat(new VisitRecords(7).visit(42)).isEqualTo(new VisitRecords(7).visit(42));
        assertThat(new VisitRecords(7).id(42)).isEqualTo(new VisitRecords(7).id(42));
        assertThat(new VisitRecords(8).visit(42)).isNotEqualTo(new VisitRecords(7).visit(42));
    }

    @Test
    void visits_areAllDifferentAndOfTheSizeThatOthersWereMeasuredWith() throws InvalidProtocolBufferException {
        VisitRecords visits = new VisitRecords(1);

        long jsonBytes = 0;
        for (int i = 0; i < COUNT; i++) {
            Visit visit = visits.visit(i);
            assertThat(visit.getMembersCount()).isBetween(3, 5);
            jsonBytes += JsonFormat.printer()
                    .omittingInsignificantWhitespace()
                    .print(visit)
                    .getBytes(StandardCharsets.UTF_8)
                    .length;
        }

        assertThat(jsonBytes / COUNT).isBetween(1000L, 1400L);
        assertThat(IntStream.range(0, COUNT).mapToObj(visits::visit).distinct()).hasSize(COUNT);
        assertThat(IntStream.range(0, COUNT).mapToObj(visits::id).distinct()).hasSize(COUNT);
    }
}
