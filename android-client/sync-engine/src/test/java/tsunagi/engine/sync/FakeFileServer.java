package tsunagi.engine.sync;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.Map;
import tsunagi.piece.Sha256;

/** A server that takes files and gives them out, over lines that break after so many pieces. */
final class FakeFileServer implements FileLink {
    private static final int PIECE_BYTES = 1_000;

    final Map<ByteString, ByteString> files = new HashMap<>();
    int piecesPerLine = Integer.MAX_VALUE;
    String refusal = "";
    int piecesCarried;

    @Override
    public End handIn(Outgoing file) {
        if (!refusal.isEmpty()) {
            return new End.Refused(refusal);
        }
        int left = piecesPerLine;
        ByteString held = files.getOrDefault(file.sha256(), ByteString.EMPTY);
        file.noteHeld(held.size());
        while (held.size() < file.sizeBytes()) {
            if (left-- == 0) {
                return new End.Broken("no signal");
            }
            held = held.concat(file.read(held.size(), PIECE_BYTES));
            piecesCarried++;
            files.put(file.sha256(), held);
            file.noteHeld(held.size());
        }
        return new End.Done();
    }

    @Override
    public End fetch(Incoming file) {
        ByteString whole = files.get(file.sha256());
        if (whole == null || !Sha256.of(whole).equals(file.sha256())) {
            return new End.NotNow("not here");
        }
        int left = piecesPerLine;
        int offset = (int) file.heldBytes();
        while (offset < whole.size()) {
            if (left-- == 0) {
                return new End.Broken("no signal");
            }
            int end = Math.min(offset + PIECE_BYTES, whole.size());
            file.keep(offset, whole.substring(offset, end));
            piecesCarried++;
            offset = end;
        }
        return new End.Done();
    }
}
