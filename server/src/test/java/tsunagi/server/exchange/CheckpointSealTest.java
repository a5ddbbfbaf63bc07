package tsunagi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tsunagi.server.device.ServerSecret;

class CheckpointSealTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint(
            UUID.randomUUID(),
            UUID.randomUUID(),
            1_234_567_890_123L,
            1_234_567_890_124L,
            1_720_000_000_000L,
            Checkpoint.WHOLE_TEAM,
            ByteString.copyFrom(new byte[16]),
            true);

    private final CheckpointSeal seal = new CheckpointSeal(new ServerSecret(new byte[32]));

    @Test
    void open_whatWasSealed_isTheSame() {
        assertThat(seal.open(seal.seal(CHECKPOINT))).contains(CHECKPOINT);
    }

    @Test
    void open_withAnyByteChanged_isEmpty() {
        byte[] sealed = seal.seal(CHECKPOINT).toByteArray();
        for (int i = 0; i < sealed.length; i++) {
            sealed[i] ^= 1;
            assertThat(seal.open(ByteString.copyFrom(sealed))).as("byte " + i).isEmpty();
            sealed[i] ^= 1;
        }
    }

    @Test
    void open_whatIsShorterOrEmpty_isEmpty() {
        assertThat(seal.open(ByteString.EMPTY)).isEmpty();
        assertThat(seal.open(seal.seal(CHECKPOINT).substring(1))).isEmpty();
    }
}
