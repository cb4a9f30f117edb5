package spec.lending;

import java.util.ArrayList;
import java.util.List;

/*
 * Each round makes a node of its own, but all nodes lead to one that every task writes.
 * Verdict: derived.
 */
public class PartsWithSomethingInCommon {
    static class Node {
        Node next;
        int count;
    }

    void run(int n) {
        List<Node> nodes = new ArrayList<>();
        Node head = new Node();
        for (int i = 0; i < n; i++) {
            Node node = new Node();
            node.next = head; //! use.after.move
            nodes.add(node);
            new Thread(() -> node.next.count++).start(); //|
        }
    }
}
