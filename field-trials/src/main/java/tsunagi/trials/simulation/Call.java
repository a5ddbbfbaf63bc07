package tsunagi.trials.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tsunagi.engine.sync.ExchangeEnd;
import tsunagi.engine.sync.Line;
import tsunagi.engine.sync.TabletExchange;
import tsunagi.server.exchange.Exchange;
import tsunagi.server.exchange.Outlet;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.TabletMessage;

/** One exchange under way: the real state machines at both ends of a virtual line. */
final class Call {
    /** What may happen next on a call. */
    private enum Move {
        UP,
        UP_DONE,
        DOWN,
        DOWN_DONE,
        SERVER_TURN
    }

    private final World world;
    private final SimulatedTablet tablet;
    private final VirtualLine line = new VirtualLine();
    private final Deque<Runnable> serverTurns = new ArrayDeque<>();
    private final Exchange serverEnd;
    private final TabletExchange tabletEnd;
    private boolean isServerListening;
    private boolean isTabletDone;
    private boolean isServerDone;

    Call(World world, SimulatedTablet tablet, SimulatedServer server) {
        this.world = world;
        this.tablet = tablet;
        Outlet outlet = Tampering.with(world, new LineDown());
        this.serverEnd = server.exchange(tablet.tablet().device().id(), outlet, serverTurns::add);
        // Half of the tablets take every line for one that follows a broken one.
        boolean isAfterABreak = tablet.tablet().device().id().getLeastSignificantBits() % 2 == 0;
        this.tabletEnd = new TabletExchange(tablet.tablet(), "simulated", new LineUp(), isAfterABreak);
        serverEnd.open();
        tabletEnd.begin();
    }

    SimulatedTablet tablet() {
        return tablet;
    }

    boolean isOver() {
        return isTabletDone && isServerDone;
    }

    boolean canMove() {
        return !moves().isEmpty();
    }

    private List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        if (!isServerDone) {
            addIf(moves, line.hasUp() && isServerListening, Move.UP);
            addIf(moves, line.isUpDone(), Move.UP_DONE);
            addIf(moves, !serverTurns.isEmpty(), Move.SERVER_TURN);
        }
        if (!isTabletDone) {
            addIf(moves, line.hasDown(), Move.DOWN);
            addIf(moves, line.isDownDone(), Move.DOWN_DONE);
        }
        return moves;
    }

    private static void addIf(List<Move> moves, boolean isPossible, Move move) {
        if (isPossible) {
            moves.add(move);
        }
    }

    /** One message arrives, or one end notices something. */
    void move() {
        switch (world.dice().pick(moves())) {
            case UP -> {
                isServerListening = false;
                TabletMessage message = line.takeUp().orElseThrow();
                serverEnd.onMessage(message);
                onTablet(tabletEnd::proceed);
            }
            case UP_DONE -> {
                serverEnd.onHalfClose();
                serverIsDone();
            }
            case SERVER_TURN -> serverTurns.remove().run();
            case DOWN -> {
                ServerMessage message = line.takeDown().orElseThrow();
                onTablet(() -> tabletEnd.onMessage(message));
                if (!isServerDone) {
                    serverEnd.onReady();
                }
            }
            case DOWN_DONE -> breakForTablet(true);
        }
    }

    private void onTablet(Runnable step) {
        if (isTabletDone) {
            return;
        }
        step.run();
        Optional<ExchangeEnd> end = tabletEnd.end();
        if (end.isPresent()) {
            isTabletDone = true;
            line.closeByTablet();
            tablet.noteEnd(end.get());
            if (end.get() instanceof ExchangeEnd.Cloned) {
                world.renew(tablet);
            }
        }
    }

    /** The tablet's end breaks; the server may not notice until what was sent before has arrived. */
    void breakForTablet(boolean serverNotices) {
        if (!isTabletDone) {
            isTabletDone = true;
            tabletEnd.onLineBroken("simulated");
        }
        line.detachTablet();
        line.closeByTablet();
        if (serverNotices) {
            breakForServer();
        }
    }

    void breakForServer() {
        if (!isServerDone) {
            serverEnd.onLineBroken();
            serverIsDone();
        }
        if (!isTabletDone) {
            isTabletDone = true;
            tabletEnd.onLineBroken("simulated");
        }
    }

    private void serverIsDone() {
        isServerDone = true;
        serverTurns.clear();
        line.closeByServer();
    }

    void disturb() {
        line.disturb(world.dice());
    }

    private final class LineUp implements Line {
        @Override
        public boolean isReady() {
            return line.hasRoomUp();
        }

        @Override
        public void send(TabletMessage message) {
            line.sendUp(message);
        }

        @Override
        public void close() {
            line.closeByTablet();
        }
    }

    private final class LineDown implements Outlet {
        @Override
        public boolean isReady() {
            return line.hasRoomDown();
        }

        @Override
        public void send(ServerMessage message) {
            line.sendDown(message);
        }

        @Override
        public void requestNext() {
            isServerListening = true;
        }

        @Override
        public void close() {
            serverIsDone();
        }

        @Override
        public void fail(Throwable cause) {
            throw new IllegalStateException("the server's exchange failed", cause);
        }
    }
}
