package tsunagi.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tsunagi.sync.v1.Codec;

class ParcelTest {
    private static final ByteString TEXT = ByteString.copyFromUtf8("前かがみの作業が長い。".repeat(2000));

    @Test
    void parcel_ofText_isSmallerAndUnpacksToTheSame() throws DamagedParcelException {
        Parcel parcel = Parcel.of(TEXT, true);

        assertThat(parcel.codec()).isEqualTo(Codec.CODEC_DEFLATE);
        assertThat(parcel.content().size()).isLessThan(TEXT.size() / 10);
        assertThat(parcel.unpacked(TEXT.size())).isEqualTo(TEXT);
    }

    @Test
    void parcel_forSomebodyWhoCannotInflate_isAsItIs() throws DamagedParcelException {
        Parcel parcel = Parcel.of(TEXT, false);

        assertThat(parcel.codec()).isEqualTo(Codec.CODEC_UNSPECIFIED);
        assertThat(parcel.unpacked(TEXT.size())).isEqualTo(TEXT);
    }

    @Test
    void parcel_ofWhatDoesNotShrink_isAsItIs() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);

        assertThat(Parcel.of(ByteString.copyFrom(noise), true).codec()).isEqualTo(Codec.CODEC_UNSPECIFIED);
    }

    @Test
    void pieces_putTogether_areTheParcel() {
        Parcel parcel = Parcel.of(TEXT, true);
        ByteString together = ByteString.EMPTY;
        while (together.size() < parcel.content().size()) {
            together = together.concat(parcel.piece(together.size(), 100));
        }

        assertThat(together).isEqualTo(parcel.content());
        assertThat(parcel.piece(together.size(), 100)).isEmpty();
    }

    @Test
    void unpacking_whenABitIsOther_saysSo() {
        Parcel parcel = Parcel.of(TEXT, true);
        byte[] bytes = parcel.content().toByteArray();
        bytes[50] ^= 1;
        Parcel other = new Parcel(ByteString.copyFrom(bytes), parcel.codec(), parcel.sha256());

        assertThatThrownBy(() -> other.unpacked(TEXT.size())).isInstanceOf(DamagedParcelException.class);
    }

    @Test
    void unpacking_whenItHoldsTooMuch_stopsBeforeItTakesTheMemory() {
        Parcel bomb = Parcel.of(ByteString.copyFrom(new byte[50_000_000]), true);

        assertThatThrownBy(() -> bomb.unpacked(1_000_000))
                .isInstanceOf(DamagedParcelException.class)
                .hasMessageContaining("1000000");
    }

    @Test
    void unpacking_whenTheEndIsMissing_saysSo() {
        ByteString half = Parcel.of(TEXT, true).content().substring(0, 60);
        Parcel cut = new Parcel(half, Codec.CODEC_DEFLATE, Sha256.of(half));

        assertThatThrownBy(() -> cut.unpacked(TEXT.size()))
                .isInstanceOf(DamagedParcelException.class)
                .hasMessageContaining("early");
    }
}
