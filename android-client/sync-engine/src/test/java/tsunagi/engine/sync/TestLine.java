package tsunagi.engine.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tsunagi.sync.v1.ChangeBatch;
import tsunagi.sync.v1.Hello;
import tsunagi.sync.v1.TabletMessage;

/** A line whose other end a test reads. */
final class TestLine implements Line {
    final List<TabletMessage> said = new ArrayList<>();
    boolean isReady = true;
    /** After so many messages it takes no more. */
    int readyFor = Integer.MAX_VALUE;

    boolean isClosed;

    @Override
    public boolean isReady() {
        return isReady && said.size() < readyFor;
    }

    @Override
    public void send(TabletMessage message) {
        said.add(message);
    }

    @Override
    public void close() {
        isClosed = true;
    }

    Hello hello() {
        return said.get(0).getHello();
    }

    List<ChangeBatch> batches() {
        return said.stream()
                .filter(TabletMessage::hasChanges)
                .map(TabletMessage::getChanges)
                .collect(Collectors.toList());
    }

    long pushedAll() {
        return said.stream().filter(TabletMessage::hasPushedAll).count();
    }
}
