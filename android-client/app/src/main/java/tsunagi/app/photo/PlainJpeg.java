package tsunagi.app.photo;

import java.io.ByteArrayOutputStream;

/** A JPEG file with nothing in it but the picture: what applications and people wrote beside it is left out. */
final class PlainJpeg {
    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE_BYTES = 2;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_APPLICATION = 0xE1;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COMMENT = 0xFE;

    private PlainJpeg() {}

    static byte[] of(byte[] jpeg) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(jpeg.length);
        plain.write(jpeg, 0, START_OF_IMAGE_BYTES);
        int at = START_OF_IMAGE_BYTES;
        while (at + 4 <= jpeg.length && at(jpeg, at) == MARKER && at(jpeg, at + 1) != START_OF_SCAN) {
            int bytes = 2 + (at(jpeg, at + 2) << 8) + at(jpeg, at + 3);
            if (!isBeside(at(jpeg, at + 1))) {
                plain.write(jpeg, at, bytes);
            }
            at += bytes;
        }
        // From here on it is the picture itself.
        plain.write(jpeg, at, jpeg.length - at);
        return plain.toByteArray();
    }

    private static boolean isBeside(int marker) {
        return (marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION) || marker == COMMENT;
    }

    private static int at(byte[] jpeg, int place) {
        return jpeg[place] & 0xFF;
    }
}
