package tsunagi.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamPackerTest {
    private static final int BYTES_MAX = 1_000_000;

    @Test
    void messages_ofAnySize_comeOutAsTheyWentIn() throws DamagedParcelException {
        Random random = new Random(1);
        try (StreamPacker packer = new StreamPacker();
                StreamUnpacker unpacker = new StreamUnpacker()) {
            for (int i = 0; i < 200; i++) {
                byte[] noise = new byte[random.nextInt(i % 20 == 0 ? 50_000 : 500)];
                random.nextBytes(noise);
                ByteString message =
                        ByteString.copyFrom(noise).concat(ByteString.copyFromUtf8("訪問".repeat(random.nextInt(3000))));

                assertThat(unpacker.unpacked(packer.packed(message), BYTES_MAX)).isEqualTo(message);
            }
        }
    }

    @Test
    void message_likeOneBefore_isNextToNothing() {
        byte[] noise = new byte[1000];
        new Random(1).nextBytes(noise);
        try (StreamPacker packer = new StreamPacker()) {
            assertThat(packer.packed(ByteString.copyFrom(noise)).size()).isGreaterThan(900);
            assertThat(packer.packed(ByteString.copyFrom(noise)).size()).isLessThan(50);
        }
    }

    @Test
    void unpacking_whenItHoldsTooMuchOrIsDamaged_saysSo() {
        try (StreamPacker packer = new StreamPacker();
                StreamUnpacker unpacker = new StreamUnpacker()) {
            ByteString bomb = packer.packed(ByteString.copyFrom(new byte[20 * BYTES_MAX]));

            assertThatThrownBy(() -> unpacker.unpacked(bomb, BYTES_MAX)).isInstanceOf(DamagedParcelException.class);
            assertThatThrownBy(() -> new StreamUnpacker().unpacked(ByteString.copyFromUtf8("nonsense"), BYTES_MAX))
                    .isInstanceOf(DamagedParcelException.class);
        }
    }
}
