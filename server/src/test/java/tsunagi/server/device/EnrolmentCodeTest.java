package tsunagi.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"7K2M-0Q1X", "7k2m0q1x", " 7K2M OQIX ", "7k2m-oqlx", "７Ｋ２Ｍ−０Ｑ１Ｘ", "７ｋ２ｍー０ｑ１ｘ"})
    void parse_howeverItWasTyped_readsTheSameCode(String typed) {
        assertThat(EnrolmentCode.parse(typed)).contains(new EnrolmentCode("7K2M0Q1X"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K2M-0Q1", "7K2M-0Q1XX", "7K2M-0Q1U", "7K2M-0Q1*"})
    void parse_whatIsNoCode_isEmpty(String typed) {
        assertThat(EnrolmentCode.parse(typed)).isEmpty();
    }

    @Test
    void toString_readsBackAsItself() {
        EnrolmentCode code = EnrolmentCode.random(new Random(1));

        assertThat(code.toString()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(EnrolmentCode.parse(code.toString())).contains(code);
    }
}
