package tsunagi.server.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tsunagi.server.storage.StorageException;

class FaultsTest {
    @ParameterizedTest
    @EnumSource(Status.Code.class)
    void onTheWire_whateverTheStatus_isOneThatIsAllowed(Status.Code code) {
        assertThat(onTheWire(code.toStatus()).getCode()).isIn(Faults.ALLOWED);
        assertThat(onTheWire(code.toStatus().withCause(new IllegalStateException()))
                        .getCode())
                .isIn(Faults.ALLOWED);
    }

    @Test
    void onTheWire_ofABug_isInternalAndTellsNothingOfTheInside() {
        Status status = onTheWire(Status.fromThrowable(new IllegalStateException("password=secret")));

        assertThat(status.getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(status.getDescription()).doesNotContain("secret");
        assertThat(status.getCause()).isNull();
    }

    @Test
    void onTheWire_ofAStorageThatFailed_isUnavailable() {
        Status status = onTheWire(Status.fromThrowable(new StorageException(new SQLException("disk full"))));

        assertThat(status.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    }

    private static Status onTheWire(Status status) {
        return Faults.onTheWire(status, "tsunagi.sync.v1.Sync/Exchange");
    }
}
