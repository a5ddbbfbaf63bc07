package tsunagi.trials.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.TabletMessage;

/**
 * A line between a tablet and a server, on which messages travel only when the run says so. A line can break for one
 * end before the other notices.
 */
final class VirtualLine {
    /** Messages on the way in one direction at most: both ends obey flow control. */
    private static final int WINDOW_MESSAGES = 4;

    private final Deque<TabletMessage> up = new ArrayDeque<>();
    private final Deque<ServerMessage> down = new ArrayDeque<>();
    private boolean isTabletAttached = true;
    private boolean isServerAttached = true;
    private boolean hasTabletClosed;
    private boolean hasServerClosed;

    boolean hasRoomUp() {
        return up.size() < WINDOW_MESSAGES;
    }

    boolean hasRoomDown() {
        return down.size() < WINDOW_MESSAGES;
    }

    void sendUp(TabletMessage message) {
        if (isTabletAttached && !hasTabletClosed) {
            up.add(message);
        }
    }

    void sendDown(ServerMessage message) {
        if (isServerAttached && !hasServerClosed) {
            down.add(message);
        }
    }

    Optional<TabletMessage> takeUp() {
        return Optional.ofNullable(up.poll());
    }

    Optional<ServerMessage> takeDown() {
        return Optional.ofNullable(down.poll());
    }

    boolean hasUp() {
        return !up.isEmpty();
    }

    boolean hasDown() {
        return isTabletAttached && !down.isEmpty();
    }

    void closeByTablet() {
        hasTabletClosed = true;
    }

    void closeByServer() {
        hasServerClosed = true;
    }

    /** The tablet has said its last word and all of it arrived. */
    boolean isUpDone() {
        return hasTabletClosed && up.isEmpty();
    }

    boolean isDownDone() {
        return hasServerClosed && down.isEmpty();
    }

    /** The tablet's end is gone; what it sent before may still arrive. */
    void detachTablet() {
        isTabletAttached = false;
        down.clear();
    }

    void detachServer() {
        isServerAttached = false;
        up.clear();
    }

    boolean isTabletAttached() {
        return isTabletAttached;
    }

    boolean isServerAttached() {
        return isServerAttached;
    }

    /** A message on its way up gets lost, comes twice, or is overtaken; the server has to live with it. */
    void disturb(Dice dice) {
        // The first message is the hello, which opens the stream and cannot be overtaken.
        if (up.size() < 2) {
            return;
        }
        List<TabletMessage> messages = new ArrayList<>(up);
        int at = dice.between(1, messages.size() - 1);
        switch (dice.below(3)) {
            case 0 -> messages.remove(at);
            case 1 -> messages.add(at, messages.get(at));
            default -> messages.add(messages.remove(at == 1 ? messages.size() - 1 : 1));
        }
        boolean isHelloFirst = messages.get(0).equals(up.peek());
        if (isHelloFirst) {
            up.clear();
            up.addAll(messages);
        }
    }
}
