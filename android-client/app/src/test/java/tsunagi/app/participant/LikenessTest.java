package tsunagi.app.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;

class LikenessTest {
    private static final UUID TEAM = new UUID(1, 1);

    private long made;

    private Person person(String name, String reading, String workplaceId) {
        return new Person(
                new RecordKey(TEAM, RecordType.RECORD_TYPE_PARTICIPANT_VALUE, new UUID(2, ++made)),
                Participant.newBuilder()
                        .setName(name)
                        .setNameReading(reading)
                        .setWorkplaceId(workplaceId)
                        .build());
    }

    @Test
    void between_whenOneIsWrittenAsTheOtherIsRead_isLikely() {
        assertThat(Likeness.between(person("森 茂子", "もり しげこ", "a"), person("ﾓﾘ ｼｹﾞｺ", "", "")))
                .isTrue();
    }

    @Test
    void between_whenOnlyOldCharactersAndSpacesDiffer_isLikely() {
        assertThat(Likeness.between(person("髙橋　花子", "", "a"), person("高橋花子", "たかはし はなこ", "a")))
                .isTrue();
    }

    @Test
    void between_whenTheyComeFromDifferentWorkplaces_isNot() {
        assertThat(Likeness.between(person("佐藤 健", "", "a"), person("佐藤 健", "", "b")))
                .isFalse();
    }

    @Test
    void between_whenOnlyReadAlike_isNot() {
        assertThat(Likeness.between(person("菊地 恵", "きくち めぐみ", "a"), person("菊池 恵", "きくち めぐみ", "a")))
                .isFalse();
    }

    @Test
    void between_whenNeitherHasAName_isNot() {
        assertThat(Likeness.between(person("", "", ""), person("", "", ""))).isFalse();
    }

    @Test
    void row_whenReadInAnyKanaOrNone_isThatOfItsFirstSound() {
        assertThat(KanaRow.of("ガッコウ")).isEqualTo(KanaRow.KA);
        assertThat(KanaRow.of("ﾊﾟｰｸ")).isEqualTo(KanaRow.HA);
        assertThat(KanaRow.of("んじゃめな")).isEqualTo(KanaRow.WA);
        assertThat(KanaRow.of("佐藤")).isEqualTo(KanaRow.OTHER);
        assertThat(KanaRow.of("")).isEqualTo(KanaRow.OTHER);
    }
}
