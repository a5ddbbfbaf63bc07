package tsunagi.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final UUID DEVICE = UUID.fromString("0197c7a0-0000-7000-8000-000000000001");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-04-20T09:00:00Z"));
    private final Tokens tokens = new Tokens(new ServerSecret(new byte[32]), clock);

    @Test
    void deviceOf_aFreshToken_isItsDevice() {
        assertThat(tokens.deviceOf(tokens.issue(DEVICE))).contains(DEVICE);
    }

    @Test
    void deviceOf_anExpiredToken_isEmpty() {
        String token = tokens.issue(DEVICE);
        clock.pass(Tokens.LIFETIME);

        assertThat(tokens.deviceOf(token)).isEmpty();
    }

    @Test
    void deviceOf_aTokenOfAnotherServer_isEmpty() {
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        assertThat(tokens.deviceOf(new Tokens(new ServerSecret(otherKey), clock).issue(DEVICE)))
                .isEmpty();
    }

    @Test
    void deviceOf_aTokenWithOneCharacterChanged_isEmpty() {
        String token = tokens.issue(DEVICE);
        char other = token.charAt(3) == 'A' ? 'B' : 'A';

        assertThat(tokens.deviceOf(token.substring(0, 3) + other + token.substring(4)))
                .isEmpty();
    }

    @Test
    void deviceOf_rubbish_isEmpty() {
        assertThat(tokens.deviceOf("")).isEmpty();
        assertThat(tokens.deviceOf("良い天気")).isEmpty();
    }
}
