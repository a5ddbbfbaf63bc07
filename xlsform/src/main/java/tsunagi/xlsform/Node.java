package tsunagi.xlsform;

import java.util.ArrayList;
import java.util.List;

/** A question, a group, a repeat, or the form itself, as the survey sheet lays them out. */
final class Node {
    /** What it is. */
    enum Kind {
        FORM,
        GROUP,
        REPEAT,
        QUESTION
    }

    private final Kind kind;
    private final String name;
    private final Node parent;
    private final Row row;
    private final TypeCell type;
    private final List<Node> children = new ArrayList<>();

    private Node(Kind kind, String name, Node parent, Row row, TypeCell type) {
        this.kind = kind;
        this.name = name;
        this.parent = parent;
        this.row = row;
        this.type = type;
    }

    static Node form(String name) {
        return new Node(Kind.FORM, name, null, new Row("survey", 1), new TypeCell("", "", false));
    }

    Node add(Kind childKind, String childName, Row childRow, TypeCell childType) {
        Node child = new Node(childKind, childName, this, childRow, childType);
        children.add(child);
        return child;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    Node parent() {
        return parent;
    }

    Row row() {
        return row;
    }

    TypeCell type() {
        return type;
    }

    List<Node> children() {
        return children;
    }

    QuestionKind question() {
        return type.question().orElseThrow();
    }

    String path() {
        return parent == null ? "/" + name : parent.path() + "/" + name;
    }

    int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    boolean isWithin(Node other) {
        for (Node node = this; node != null; node = node.parent) {
            if (node == other) {
                return true;
            }
        }
        return false;
    }

    boolean isInRepeat() {
        return parent != null && (parent.kind == Kind.REPEAT || parent.isInRepeat());
    }

    /** The way from here to another node, as a relative path. */
    String wayTo(Node target) {
        Node common = this;
        StringBuilder way = new StringBuilder();
        while (!target.isWithin(common)) {
            common = common.parent;
            way.append("../");
        }
        String down = target.path().substring(common.path().length());
        if (down.isEmpty()) {
            return way.length() == 0 ? "." : way.substring(0, way.length() - 1);
        }
        return (way.length() == 0 ? "./" : way) + down.substring(1);
    }
}
