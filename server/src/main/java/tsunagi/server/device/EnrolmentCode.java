package tsunagi.server.device;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A one-time code by which a tablet is made known: eight characters of Crockford's base 32, shown as {@code XXXX-XXXX}.
 *
 * @param characters the eight characters without the hyphen
 */
public record EnrolmentCode(String characters) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    public static EnrolmentCode random(RandomGenerator random) {
        StringBuilder characters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new EnrolmentCode(characters.toString());
    }

    /**
     * Reads a code as somebody typed it: case, width, spaces and hyphens do not count, and O, I and L are taken for the
     * digits they look like. Empty when it cannot be a code.
     */
    public static Optional<EnrolmentCode> parse(String typed) {
        // A Japanese keyboard types full-width letters and a long-vowel mark for the hyphen.
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}ー−]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        boolean isCode = folded.length() == LENGTH && folded.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return isCode ? Optional.of(new EnrolmentCode(folded)) : Optional.empty();
    }

    @Override
    public String toString() {
        return characters.substring(0, LENGTH / 2) + "-" + characters.substring(LENGTH / 2);
    }
}
