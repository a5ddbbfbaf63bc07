package tsunagi.server.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagi.sync.v1.Farewell;
import tsunagi.sync.v1.FarewellReason;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.TabletMessage;

/** A line without a network: what the server sends is kept, and how often it asked for more is counted. */
final class TestLine implements Outlet {
    final List<ServerMessage> sent = new ArrayList<>();
    boolean isReady = true;
    /** After so many messages it takes no more. */
    int readyFor = Integer.MAX_VALUE;

    int requested;
    boolean isClosed;
    Optional<Throwable> failure = Optional.empty();
    Exchange exchange;

    /** The tablet says this, as soon as the server asks for it. */
    void says(TabletMessage message) {
        if (requested == 0) {
            throw new AssertionError("the server does not listen: " + message);
        }
        requested--;
        exchange.onMessage(message);
    }

    boolean listens() {
        return requested > 0;
    }

    /** What was sent since this was asked last. */
    List<ServerMessage> news() {
        List<ServerMessage> news = List.copyOf(sent);
        sent.clear();
        return news;
    }

    List<ServerMessage.MessageCase> kinds() {
        return sent.stream().map(ServerMessage::getMessageCase).toList();
    }

    Optional<Farewell> farewell() {
        return sent.stream()
                .filter(ServerMessage::hasFarewell)
                .map(ServerMessage::getFarewell)
                .findFirst();
    }

    FarewellReason farewellReason() {
        return farewell()
                .orElseThrow(() -> new AssertionError("no farewell in " + kinds()))
                .getReason();
    }

    @Override
    public boolean isReady() {
        return isReady && sent.size() < readyFor;
    }

    @Override
    public void send(ServerMessage message) {
        sent.add(message);
    }

    @Override
    public void requestNext() {
        requested++;
    }

    @Override
    public void close() {
        isClosed = true;
    }

    @Override
    public void fail(Throwable cause) {
        failure = Optional.of(cause);
    }
}
