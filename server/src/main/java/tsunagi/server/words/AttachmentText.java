package tsunagi.server.words;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.records.v1.Attachment;

/** A photo, signature or other file in a line: what it is, what it shows, when it was taken, how large it is. */
final class AttachmentText {
    private static final long KILOBYTE = 1000;
    private static final long MEGABYTE = 1_000_000;

    private final Phrases phrases;
    private final DayWords days;

    AttachmentText(Language language) {
        this.phrases = Phrases.in(language);
        this.days = DayWords.in(language);
    }

    String of(Message message) {
        try {
            return of(Attachment.parseFrom(message.toByteString()));
        } catch (InvalidProtocolBufferException e) {
            return phrases.of("unreadable");
        }
    }

    private String of(Attachment attachment) {
        String what = phrases.of("attachment." + kind(attachment.getMediaType()));
        String named = attachment.getCaption().isEmpty() ? what : phrases.of("entry", what, attachment.getCaption());
        String more = Stream.of(
                        attachment.hasTakenAtMs() ? days.moment(attachment.getTakenAtMs()) : "",
                        attachment.hasSizeBytes() ? size(attachment.getSizeBytes()) : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(phrases.of("between")));
        return more.isEmpty() ? named : phrases.of("with", named, more);
    }

    private static String kind(String mediaType) {
        String kind = mediaType.contains("/") ? mediaType.substring(0, mediaType.indexOf('/')) : mediaType;
        return switch (kind) {
            case "image", "audio", "video" -> kind;
            default -> "file";
        };
    }

    private static String size(long bytes) {
        if (bytes < MEGABYTE) {
            return Math.max(1, bytes / KILOBYTE) + " KB";
        }
        return bytes / MEGABYTE + "." + bytes % MEGABYTE / (MEGABYTE / 10) + " MB";
    }
}
