package spec.basics;

import java.util.concurrent.BlockingQueue;

/*
 * A node reached over a chain of helper calls is part of what is sent.
 * Verdict: reachability.
 */
public class LinkedNodes {
    static final class Node {
        int value; Node next;
        Node(int value) { this.value = value; }
        Node append(int v) { Node n = new Node(v); next = n; return n; }
    }
    void build(BlockingQueue<Node> out) throws InterruptedException {
        Node head = new Node(0);
        Node tail = head;
        for (int i = 1; i < 5; i++) {
            tail = tail.append(i);
        }
        out.put(head); //~
        tail.value = 9; //! use.after.move
    }
}
